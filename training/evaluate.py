"""Greedy answers of the exported model (its f16 weights) against the calls that were expected: exact match of the line.

    python evaluate.py --count 2500              conversations of the held-out split
    python evaluate.py --split train             fresh draws from the training grammar
    python evaluate.py --file handwritten.jsonl  sentences written by hand
    python evaluate.py --answers 50              writes out/answers.json: prompts and greedy answers as ids

In a split, a turn sees the true turns before it, and one pass over a conversation tells for all of its turns whether
greedy decoding would write the expected ids; only where it would not is the answer generated. In a file only calls are
known, so a turn sees the model's own answers.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import torch

import export
import vocabulary
from conversations import conversation
from draw import TEST, TRAIN

LONGEST = 120  # ids of an answer
FIRST = 9 * 10**8  # seeds no training reaches, for fresh draws of the training grammar


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


def talks_of(split, count):
    first = FIRST if split == TRAIN else 0
    return [conversation(seed, split) for seed in range(first, first + count)]


@torch.inference_mode()
def check(model, tokenizer, talks, batch=24):
    """For every turn of every conversation, in order: does greedy decoding write the expected call?"""
    newline = tokenizer.encode("\n")[-1]
    encoded = [vocabulary.encode(tokenizer, [(turn.user, turn.assistant) for turn in talk]) for talk in talks]
    order = sorted(range(len(talks)), key=lambda i: len(encoded[i][0]))
    right = [None] * len(talks)
    for group in (order[at : at + batch] for at in range(0, len(order), batch)):
        length = max(len(encoded[i][0]) for i in group)
        ids = torch.zeros(len(group), length, dtype=torch.long)
        for row, i in enumerate(group):
            ids[row, : len(encoded[i][0])] = torch.tensor(encoded[i][0])
        best = model(ids).argmax(-1).tolist()
        for row, i in enumerate(group):
            right[i] = list(_turns_right(*encoded[i], best[row], newline))
    return right


def _turns_right(ids, said, best, newline):
    in_call, same = False, True
    for at in range(1, len(ids)):
        if said[at] and not said[at - 1]:
            in_call, same = True, True
        if in_call:
            same &= best[at - 1] == ids[at]
            if ids[at] == newline:
                in_call = False
                yield same


class Score:
    """Counts of right answers by function and by turn."""

    def __init__(self):
        self.right, self.total = Counter(), Counter()

    def add(self, api, number, same):
        for key in (api, f"turn {number + 1}", "all turns"):
            self.total[key] += 1
            self.right[key] += same

    def __str__(self):
        rows = sorted(self.total, key=lambda key: (key == "all turns", key.startswith("turn"), key))
        return "\n".join(
            f"{key:16} {self.right[key]:5} of {self.total[key]:5}  {100 * self.right[key] / self.total[key]:5.1f} %"
            for key in rows
        )


def wrong(number, user, expected, answered):
    print(f"turn {number + 1}  {user}\n   expected {expected}\n   answered {answered}")


def score_split(model, tokenizer, split, count, show):
    end, newline, score = tokenizer.piece_to_id(vocabulary.END), tokenizer.encode("\n")[-1], Score()
    talks = talks_of(split, count)
    for talk, right in zip(talks, check(model, tokenizer, talks), strict=True):
        for number, (turn, same) in enumerate(zip(talk, right, strict=True)):
            if not same:
                before = [(turn.user, turn.assistant) for turn in talk[:number]]
                ids = answer(model, vocabulary.encode(tokenizer, before, turn.user)[0], end, newline)
                answered = tokenizer.decode(ids)
                same = answered == turn.call  # the same text, cut otherwise
            if not same and show > 0:
                show -= 1
                wrong(number, turn.user, turn.call, answered)
            score.add(turn.api, number, same)
    print(score)


def score_file(model, tokenizer, path, show):
    """Lines are {"user": …, "call": …} or {"turns": [[user, call], …]}."""
    end, score = tokenizer.piece_to_id(vocabulary.END), Score()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        talk = json.loads(line)
        before = []
        for number, (user, call) in enumerate(talk.get("turns") or [(talk["user"], talk["call"])]):
            text = tokenizer.decode(answer(model, vocabulary.encode(tokenizer, before, user)[0], end))
            before.append((user, text))
            expected = json.dumps(call, ensure_ascii=False, separators=(",", ":"))
            answered = text.split("\n")[0]
            score.add(call["api"], number, answered == expected)
            if answered != expected and show > 0:
                show -= 1
                wrong(number, user, expected, answered)
    print(score)


def write_answers(model, tokenizer, count):
    end, listed = tokenizer.piece_to_id(vocabulary.END), []
    for talk in talks_of(TEST, count):
        before = [(turn.user, turn.assistant) for turn in talk[:-1]]
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--split", choices=(TRAIN, TEST), default=TEST)
    parser.add_argument("--count", type=int, default=2500)
    parser.add_argument("--file")
    parser.add_argument("--answers", type=int)
    parser.add_argument("--show", type=int, default=20, help="wrong answers to print")
    options = parser.parse_args()
    torch.set_num_threads(2)
    model, tokenizer = export.load(), vocabulary.load()
    if options.file:
        score_file(model, tokenizer, options.file, options.show)
    elif options.answers:
        write_answers(model, tokenizer, options.answers)
    else:
        score_split(model, tokenizer, options.split, options.count, options.show)


if __name__ == "__main__":
    main()
