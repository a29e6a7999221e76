"""Training: next-token loss on the assistant's words, and a little on the user's.

A batch holds conversations of about the same length, each from position 0 on, padded to one of a few lengths, so that
attention needs no mask but the causal one. The learning rate follows a cosine of *time* spent, so that it is zero when
the minutes are over, however fast the machine was.

    python train.py --minutes 90                  writes out/model.pt and out/loss.csv
    python train.py --minutes 90 --resume         goes on from out/checkpoint.pt
    python train.py --minutes 5 --layers 12 --hidden 128 --name deep        a trial: out/deep.pt, out/deep.csv
"""

import argparse
import csv
import math
import multiprocessing
import os
import sys
import time
from dataclasses import asdict, fields

import torch
from torch.nn import functional as F

import vocabulary
from conversations import conversation
from model import Config, MobileLLM

LENGTHS = (48, 64, 96, 128, 192, 288, 448)
TOKENS = 3072  # of a batch, padding included
USER_WEIGHT = 0.1
PEAK, WARMUP_STEPS = 2.5e-3, 100


def tensors(rows, length):
    """ids, and the weight of predicting the *next* id (0 behind a conversation's end): each [rows, length]."""
    ids = torch.zeros(len(rows), length, dtype=torch.long)
    weight = torch.zeros(len(rows), length)
    for r, (part, said) in enumerate(rows):
        ids[r, : len(part)] = torch.tensor(part)
        weight[r, : len(part) - 1] = torch.tensor([1.0 if s else USER_WEIGHT for s in said[1:]])
    return ids, weight


def feed(queue, start, step):
    """Fills `queue` with batches, for ever. Runs in a process of its own; conversations from `start` on, each `step`th."""
    torch.set_num_threads(1)
    tokenizer = vocabulary.load()
    seed = start
    waiting = {length: [] for length in LENGTHS}
    while True:
        turns = [(turn.user, turn.assistant) for turn in conversation(seed)]
        seed += step
        ids, said = vocabulary.encode(tokenizer, turns)
        while len(ids) > LENGTHS[-1]:  # a long one is cut short
            turns.pop()
            ids, said = vocabulary.encode(tokenizer, turns)
        length = next(length for length in LENGTHS if len(ids) <= length)
        waiting[length].append((ids, said))
        if len(waiting[length]) == TOKENS // length:
            queue.put((tensors(waiting[length], length), seed))
            waiting[length] = []


def rate(peak, step, progress):
    return peak * min(1, (step + 1) / WARMUP_STEPS) * 0.5 * (1 + math.cos(math.pi * min(1, progress)))


def prepare():
    """Starts this program again with an allocator that keeps freed memory (giving every large tensor back to the kernel
    and faulting it in anew made a step 13 times slower on a virtual machine), and with threads that sleep rather than
    spin while they wait for a processor that others use too."""
    wanted = {
        "MALLOC_MMAP_THRESHOLD_": "4000000000", "MALLOC_TRIM_THRESHOLD_": "8000000000", "MALLOC_TOP_PAD_": "200000000",
        "OMP_WAIT_POLICY": "passive",
    }  # fmt: skip
    if any(name not in os.environ for name in wanted):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **wanted})


def loss_of(model, ids, weight):
    """The loss to descend, and that of the assistant's ids alone, in nats."""
    with torch.autocast("cpu", torch.bfloat16):
        logits = model(ids)
    loss = F.cross_entropy(logits[:, :-1].flatten(0, 1).float(), ids[:, 1:].flatten(), reduction="none")
    weight = weight[:, :-1].flatten()
    said = (weight == 1).float()
    return (loss * weight).sum() / weight.sum(), (loss * said).sum().detach() / said.sum()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--peak", type=float, default=PEAK)
    parser.add_argument("--name", default="model")
    parser.add_argument("--tokens", type=float, default=math.inf, help="stop, and let the rate reach zero, after these")
    names = {"layers": "num_hidden_layers", "hidden": "hidden_size", "ffn": "intermediate_size",
             "heads": "num_attention_heads", "kv-heads": "num_key_value_heads"}  # fmt: skip
    for flag, field in names.items():
        parser.add_argument(f"--{flag}", dest=field, type=int, default=getattr(Config, field))
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    known = {field.name for field in fields(Config)}
    config = Config(**{name: given for name, given in vars(options).items() if name in known})
    model = MobileLLM(config)
    matrices = [w for w in model.parameters() if w.dim() == 2]
    vectors = [w for w in model.parameters() if w.dim() == 1]
    optimizer = torch.optim.AdamW(
        [{"params": matrices, "weight_decay": 0.1}, {"params": vectors, "weight_decay": 0}],
        lr=options.peak,
        betas=(0.9, 0.95),
        fused=True,
    )
    state = {"step": 0, "tokens": 0, "seconds": 0.0, "seed": 10**6}
    path = vocabulary.OUT / f"{options.name}-checkpoint.pt"
    if options.resume:
        saved = torch.load(path)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        state = saved["state"]

    step_of = torch.compile(lambda ids, weight: loss_of(model, ids, weight))
    context = multiprocessing.get_context("spawn")
    queue = context.Queue(64)
    feeder = context.Process(target=feed, args=(queue, state["seed"], 1), daemon=True)
    feeder.start()

    def save(to):
        saved = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "state": state}
        torch.save({**saved, "config": asdict(config)}, to.with_suffix(".tmp"))
        to.with_suffix(".tmp").replace(to)

    budget = options.minutes * 60
    print(f"{sum(w.numel() for w in model.parameters())} parameters", flush=True)
    log = (vocabulary.OUT / f"{options.name}.csv").open("a" if options.resume else "w", newline="")
    writer = csv.writer(log)
    if not options.resume:
        writer.writerow(("step", "tokens", "seconds", "rate", "assistant_loss"))
    last = saved_at = time.monotonic()
    recent = []
    while (progress := max(state["seconds"] / budget, state["tokens"] / options.tokens)) < 1:
        (ids, weight), state["seed"] = queue.get()
        lr = rate(options.peak, state["step"], progress)
        for group in optimizer.param_groups:
            group["lr"] = lr
        loss, assistant = step_of(ids, weight)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        now = time.monotonic()
        state["step"] += 1
        state["tokens"] += int((weight > 0).sum())
        state["seconds"] += now - last
        last = now
        recent.append(assistant.item())
        if state["step"] % 25 == 0:
            row = (state["step"], state["tokens"], round(state["seconds"]), f"{lr:.2e}",
                   f"{sum(recent) / len(recent):.4f}")  # fmt: skip
            writer.writerow(row)
            log.flush()
            print(*row, flush=True)
            recent = []
        if now - saved_at > 180:
            save(path)
            saved_at = now
    save(path)
    torch.save({"model": model.state_dict(), "config": asdict(config)}, vocabulary.OUT / f"{options.name}.pt")
    feeder.terminate()


if __name__ == "__main__":
    prepare()
    main()
