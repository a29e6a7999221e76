"""Training: next-token loss on the assistant's words, and a little on the user's.

Conversations are packed whole into rows of one length; a mask keeps them from seeing each other, and since positions
are relative (RoPE) it does not matter where in a row one stands. The learning rate follows a cosine of *time* spent, so
that it is zero when the minutes are over, however fast the machine was.

    python train.py --minutes 65                  writes out/model.pt and out/loss.csv
    python train.py --minutes 65 --resume         goes on from out/checkpoint.pt
"""

import argparse
import csv
import math
import multiprocessing
import os
import sys
import time

import torch
from torch.nn import functional as F

import vocabulary
from conversations import conversation
from model import MobileLLM

ROWS, LENGTH = 16, 192
USER_WEIGHT = 0.1
PEAK, WARMUP_STEPS = 2.5e-3, 100
POOL = 400  # conversations that one packing chooses from


def pack(conversations):
    """Rows of whole conversations, the longest first and each where it fits: lists of (ids, said)."""
    rows = []
    for ids, said in sorted(conversations, key=lambda pair: -len(pair[0])):
        row = next((row for row in rows if sum(len(i) for i, _ in row) + len(ids) <= LENGTH), None)
        if row is None:
            rows.append([(ids, said)])
        else:
            row.append((ids, said))
    return rows


def tensors(rows):
    """ids, number of the conversation (-1: none), weight of predicting the *next* id: each [rows, length]."""
    ids = torch.zeros(len(rows), LENGTH, dtype=torch.long)
    owner = torch.full((len(rows), LENGTH), -1)
    weight = torch.zeros(len(rows), LENGTH)
    for r, row in enumerate(rows):
        at = 0
        for number, (part, said) in enumerate(row):
            end = at + len(part)
            ids[r, at:end] = torch.tensor(part)
            owner[r, at:end] = number
            weight[r, at : end - 1] = torch.tensor([1.0 if s else USER_WEIGHT for s in said[1:]])
            at = end
    return ids, owner, weight


def feed(queue, start):
    """Fills `queue` with batches, for ever. Runs in a process of its own; conversations from seed `start` on."""
    torch.set_num_threads(1)
    tokenizer = vocabulary.load()
    seed, rows = start, []
    while True:
        pool = []
        while len(pool) < POOL:
            turns = [(turn.user, turn.assistant) for turn in conversation(seed)]
            seed += 1
            ids, said = vocabulary.encode(tokenizer, turns)
            while len(ids) > LENGTH and len(turns) > 1:  # a long one is cut short
                turns.pop()
                ids, said = vocabulary.encode(tokenizer, turns)
            if len(ids) <= LENGTH:
                pool.append((ids, said))
        rows += pack(pool)
        shuffle = torch.randperm(len(rows), generator=torch.Generator().manual_seed(seed)).tolist()
        rows = [rows[i] for i in shuffle]
        while len(rows) >= ROWS:
            batch, rows = rows[:ROWS], rows[ROWS:]
            queue.put((tensors(batch), seed))


def rate(step, progress):
    return PEAK * min(1, (step + 1) / WARMUP_STEPS) * 0.5 * (1 + math.cos(math.pi * min(1, progress)))


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


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=65)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    model = MobileLLM()
    matrices = [w for w in model.parameters() if w.dim() == 2]
    vectors = [w for w in model.parameters() if w.dim() == 1]
    optimizer = torch.optim.AdamW(
        [{"params": matrices, "weight_decay": 0.1}, {"params": vectors, "weight_decay": 0}],
        lr=PEAK,
        betas=(0.9, 0.95),
        fused=True,
    )
    state = {"step": 0, "tokens": 0, "seconds": 0.0, "seed": 10**6}
    path = vocabulary.OUT / "checkpoint.pt"
    if options.resume:
        saved = torch.load(path)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        state = saved["state"]

    def loss_of(ids, owner, weight):
        mask = (owner[:, None, :, None] == owner[:, None, None, :]) & torch.ones(
            LENGTH, LENGTH, dtype=torch.bool
        ).tril()
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(ids, mask)
        loss = F.cross_entropy(logits[:, :-1].flatten(0, 1).float(), ids[:, 1:].flatten(), reduction="none")
        weight = weight[:, :-1].flatten()
        said = (weight == 1).float()
        return (loss * weight).sum() / weight.sum(), (loss * said).sum() / said.sum()

    compiled = torch.compile(loss_of)
    context = multiprocessing.get_context("spawn")
    queue = context.Queue(16)
    feeder = context.Process(target=feed, args=(queue, state["seed"]), daemon=True)
    feeder.start()

    def save():
        torch.save(
            {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "state": state}, path.with_suffix(".tmp")
        )
        path.with_suffix(".tmp").replace(path)

    budget = options.minutes * 60
    print(f"{sum(w.numel() for w in model.parameters())} parameters", flush=True)
    log = (vocabulary.OUT / "loss.csv").open("a" if options.resume else "w", newline="")
    writer = csv.writer(log)
    if not options.resume:
        writer.writerow(("step", "tokens", "seconds", "rate", "assistant_loss"))
    last = saved_at = time.monotonic()
    recent = []
    while state["seconds"] < budget:
        (ids, owner, weight), state["seed"] = queue.get()
        lr = rate(state["step"], state["seconds"] / budget)
        for group in optimizer.param_groups:
            group["lr"] = lr
        loss, assistant = compiled(ids, owner, weight)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        now = time.monotonic()
        state["step"] += 1
        state["tokens"] += int((owner >= 0).sum())
        state["seconds"] += now - last
        last = now
        recent.append(assistant.item())
        if state["step"] % 25 == 0:
            row = (
                state["step"],
                state["tokens"],
                round(state["seconds"]),
                f"{lr:.2e}",
                f"{sum(recent) / len(recent):.4f}",
            )
            writer.writerow(row)
            log.flush()
            print(*row, flush=True)
            recent = []
        if now - saved_at > 180:
            save()
            saved_at = now
    save()
    torch.save(model.state_dict(), vocabulary.OUT / "model.pt")
    feeder.terminate()


if __name__ == "__main__":
    prepare()
    main()
