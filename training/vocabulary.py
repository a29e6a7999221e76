"""The vocabulary: SentencePiece BPE of 1024 pieces with byte fallback, made for copying words.

Pieces are learnt from words, not from sentences, so no piece joins a space to a letter: the space is a piece of its
own, and a word is cut the same way after a space in the sentence as after a quotation mark in the call. What the calls
are built of (`{"api":"`, `","arguments":{"`) are pieces. The text is taken as it is: no dummy prefix, no normalisation,
no removed spaces, digits one by one. Turns are marked by control symbols, which no text ever becomes: text between them
is encoded on its own.

    python vocabulary.py        writes tokenizer.model anew; a model goes with the one that it was trained with
"""

import io
import re
from pathlib import Path

import sentencepiece

from conversations import conversation

HERE = Path(__file__).parent
OUT = HERE / "out"
PIECES = 1024
USER, ASSISTANT, END = "<|user|>", "<|assistant|>", "<|end|>"
UNIT = re.compile(
    r'\{"api":"|","arguments":\{"|","arguments":\{|":"|":|","|"\}\}|\}\}|[a-z]+_[a-z]+(?=")|[^\W\d_]+|\d|[^\s\w]'
)


def units(text):
    """The pieces of text that a vocabulary entry may lie within."""
    return UNIT.findall(text)


def train(conversations=20000):
    OUT.mkdir(exist_ok=True)
    lines = (
        unit
        for seed in range(conversations)
        for turn in conversation(seed)
        for unit in units(f"{turn.user} {turn.assistant}")
    )
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=lines,
        model_writer=model,  # not model_prefix, which would put a path of this machine into the file
        model_type="bpe",
        vocab_size=PIECES,
        control_symbols=[USER, ASSISTANT, END],
        required_chars="\u2581",  # how SentencePiece writes a space
        byte_fallback=True,
        split_digits=True,
        split_by_unicode_script=False,
        add_dummy_prefix=False,
        remove_extra_whitespaces=False,
        normalization_rule_name="identity",
        character_coverage=1.0,
        max_sentencepiece_length=20,
        max_sentence_length=100,
        input_sentence_size=0,
        num_threads=2,
        minloglevel=1,
    )
    (HERE / "tokenizer.model").write_bytes(model.getvalue())


def load(path=HERE / "tokenizer.model"):
    return sentencepiece.SentencePieceProcessor(model_file=str(path))


def encode(tokenizer, turns, reply_to=None):
    """Ids of a conversation from `<s>` on, and beside each id whether the model is to say it.

    `turns` are (user, assistant) pairs, the user's words in any letters (the chat template lowers them); with
    `reply_to`, that user's sentence follows and the ids end where the assistant begins.
    """
    mark = {name: tokenizer.piece_to_id(name) for name in (USER, ASSISTANT, END)}
    ids, said = [tokenizer.bos_id()], [False]
    for user, assistant in [*turns, *([(reply_to, None)] if reply_to is not None else [])]:
        heard = [mark[USER], *tokenizer.encode(user.strip().lower()), mark[END], mark[ASSISTANT]]
        answer = [] if assistant is None else [*tokenizer.encode(assistant), mark[END]]
        ids += heard + answer
        said += [False] * len(heard) + [True] * len(answer)
    return ids, said


if __name__ == "__main__":
    train()
    tokenizer = load()
    for seed in range(4):
        for turn in conversation(seed):
            print(tokenizer.encode(f"{turn.user}\n{turn.assistant}", out_type=str))
    text = 'Zoë’s "Ω" 7:30\n'
    assert tokenizer.decode(tokenizer.encode(text)) == text
