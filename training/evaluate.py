"""Greedy answers of the exported model (its f16 weights) against the calls that were expected: exact match of the line.

    python evaluate.py                           the held-out split of the grammar, as `lanky eval api` scores it
    python evaluate.py --count 250               its first conversations
    python evaluate.py --show 20                 and what was answered instead
    python evaluate.py --split train             fresh draws from the training grammar
    python evaluate.py --file handwritten.jsonl  sentences written by hand, or what held_out.py wrote elsewhere
    python evaluate.py --answers 50              writes out/answers.json: prompts and greedy answers as ids

Where replies are known, a turn sees the true turns before it, and one pass over a conversation tells for all of its
turns whether greedy decoding would write the expected call: it does up to the first id that is not the likeliest one,
and if the likeliest one there is other letters, it does not. Where only calls are known, a turn sees the model's own
answers.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import torch

import export
import vocabulary
from conversations import Turn, conversation
from draw import TEST, TRAIN
from held_out import HELD_OUT, read
from unpack import SHIPPED

LONGEST = 120  # ids of an answer
FIRST = 9 * 10**8  # seeds no training reaches, for fresh draws of the training grammar
PLACES = 6000  # ids of a batch, padding among them


@torch.inference_mode()
def answer(model, prompt, *ends):
    """The greedy continuation of a list of ids, up to and without the first of `ends`."""
    ids = list(prompt)
    while len(ids) < min(len(prompt) + LONGEST, model.config.max_position_embeddings):
        best = int(model(torch.tensor([ids]))[0, -1].argmax())
        if best in ends:
            break
        ids.append(best)
    return ids[len(prompt) :]


def talks_of(options, tokenizer, positions):
    """Conversations, each a list of turns. Of those of the training grammar the first turns that fit in `positions`."""
    if options.split == TRAIN:
        talks = [conversation(seed, TRAIN) for seed in range(FIRST, FIRST + options.count)]
        for talk in talks:
            while len(vocabulary.encode(tokenizer, pairs(talk))[0]) > positions:
                talk.pop()
        return talks
    talks = read(options.file or HELD_OUT, options.count)
    return [[Turn(user, call["api"], call["arguments"], reply) for user, call, reply in talk] for talk in talks]


def pairs(turns):
    return [(turn.user, turn.assistant) for turn in turns]


def batches(lengths):
    """The numbers of sequences of about the same length, the batches with about the same number of ids."""
    group = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if group and (len(group) + 1) * lengths[i] > PLACES:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


@torch.inference_mode()
def check(model, tokenizer, talks):
    """For every turn of every conversation, in order: does greedy decoding write the expected call?"""
    encoded = [vocabulary.encode(tokenizer, pairs(talk)) for talk in talks]
    right = [None] * len(talks)
    for group in batches([len(ids) for ids, _ in encoded]):
        ids = torch.zeros(len(group), len(encoded[group[-1]][0]), dtype=torch.long)
        for row, i in enumerate(group):
            ids[row, : len(encoded[i][0])] = torch.tensor(encoded[i][0])
        best = model(ids).argmax(-1).tolist()
        for row, i in enumerate(group):
            right[i] = list(_turns_right(model, tokenizer, *encoded[i], best[row]))
    return right


def _turns_right(model, tokenizer, ids, said, best):
    """For each of its turns, from the likeliest ids after each place of a conversation."""
    newline = tokenizer.encode("\n")[-1]
    for start in (at for at in range(1, len(ids)) if said[at] and not said[at - 1]):
        call = ids[start : ids.index(newline, start) + 1]
        likeliest = best[start - 1 : start - 1 + len(call)]
        same = next((at for at, (one, other) in enumerate(zip(call, likeliest, strict=True)) if one != other), None)
        if same is None:
            yield True
            continue
        line, begun = tokenizer.decode(call), tokenizer.decode([*call[:same], likeliest[same]])
        if not line.startswith(begun.rstrip("\ufffd")) or likeliest[same] == tokenizer.piece_to_id(vocabulary.END):
            yield False
        else:  # the same letters so far, cut otherwise
            end = tokenizer.piece_to_id(vocabulary.END)
            yield tokenizer.decode(answer(model, ids[:start], newline, end)) == line.rstrip("\n")


class Score:
    """Counts of right answers by function and by turn."""

    def __init__(self):
        self.right, self.total = Counter(), Counter()

    def add(self, api, number, same):
        for key in (api, f"turn {number + 1}" if number else "first turns", "all turns"):
            self.total[key] += 1
            self.right[key] += same

    def __str__(self):
        last = ("first turns", "all turns")
        rows = sorted(self.total, key=lambda key: (key in last and 1 + last.index(key), key.startswith("turn"), key))
        return "\n".join(
            f"{key:16} {self.right[key]:5} of {self.total[key]:5}  {100 * self.right[key] / self.total[key]:6.2f} %"
            for key in rows
        )


def wrong(number, turn, answered):
    print(f"turn {number + 1}  {turn.user}\n   expected {turn.call}\n   answered {answered}")


def score_given(model, tokenizer, talks, show):
    """Each turn after the true ones."""
    ends, score = (tokenizer.piece_to_id(vocabulary.END), tokenizer.encode("\n")[-1]), Score()
    for talk, right in zip(talks, check(model, tokenizer, talks), strict=True):
        for number, (turn, same) in enumerate(zip(talk, right, strict=True)):
            if not same and show > 0:
                show -= 1
                prompt, _ = vocabulary.encode(tokenizer, pairs(talk[:number]), turn.user)
                wrong(number, turn, tokenizer.decode(answer(model, prompt, *ends)))
            score.add(turn.api, number, same)
    print(score)
    return score


def score_own(model, tokenizer, talks, show):
    """Each turn after the model's own answers."""
    end, score = tokenizer.piece_to_id(vocabulary.END), Score()
    for talk in talks:
        before = []
        for number, turn in enumerate(talk):
            text = tokenizer.decode(answer(model, vocabulary.encode(tokenizer, before, turn.user)[0], end))
            before.append((turn.user, text))
            answered = text.split("\n")[0]
            score.add(turn.api, number, answered == turn.call)
            if answered != turn.call and show > 0:
                show -= 1
                wrong(number, turn, answered)
    print(score)
    return score


def write_answers(model, tokenizer, talks):
    end, listed = tokenizer.piece_to_id(vocabulary.END), []
    for talk in talks:
        before = pairs(talk[:-1])
        prompt, _ = vocabulary.encode(tokenizer, before, talk[-1].user)
        ids = answer(model, prompt, end)
        messages = [
            {"role": role, "content": text}
            for pair in before
            for role, text in zip(("user", "assistant"), pair, strict=True)
        ]
        listed.append(
            {
                "messages": [*messages, {"role": "user", "content": talk[-1].user}],
                "prompt_ids": prompt,
                "ids": ids,
                "text": tokenizer.decode(ids),
                "expected_call": talk[-1].call,
            }
        )
    path = vocabulary.OUT / "answers.json"
    path.write_text(json.dumps(listed, indent=1, ensure_ascii=False), encoding="utf-8")
    print(f"wrote {len(listed)} answers to {path}")


def report(score, conversations):
    """What bench/results/api-pytorch.json holds."""
    first, every = ({"turns": score.total[key], "right": score.right[key]} for key in ("first turns", "all turns"))
    return {
        "model": SHIPPED.name,
        "torch": torch.__version__.partition("+")[0],
        "conversations": conversations,
        **every,
        "first": first,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--split", choices=(TRAIN, TEST), default=TEST)
    parser.add_argument("--count", type=int, default=2500, help="conversations")
    parser.add_argument("--file", help="conversations to score, instead of a split")
    parser.add_argument("--answers", type=int, help="conversations whose last turn is to be answered")
    parser.add_argument("--show", type=int, default=0, help="wrong answers to print")
    parser.add_argument("--json", type=Path, help="a file for the counts of right turns")
    options = parser.parse_args()
    torch.set_num_threads(2)
    model, tokenizer = export.load(), vocabulary.load()
    options.count = options.answers or options.count
    talks = talks_of(options, tokenizer, model.config.max_position_embeddings)
    if options.answers:
        write_answers(model, tokenizer, talks)
    elif all(turn.reply is not None for talk in talks for turn in talk):
        score = score_given(model, tokenizer, talks, options.show)
    else:
        score = score_own(model, tokenizer, talks, options.show)
    if options.json and not options.answers:
        options.json.write_text(json.dumps(report(score, len(talks)), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
