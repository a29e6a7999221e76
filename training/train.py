"""Training: next-token loss on the assistant's words, and a little on the user's.

A batch is conversations laid end to end, each from position 0 on and beginning at a multiple of 32 tokens. With
`--look 4` four batches are looked at for each that is learnt from, which costs a third of learning from them: what the
model finds hard is taken more often, and counts less, so that the expected gradient stays that of all (Katharopoulos
and Fleuret 2018, Not All Samples Are Created Equal). Every worker has a core, the model and batches of its own, and
gradients are averaged: for matrices as small as these that is faster than sharing each product between cores. The
learning rate stays at its peak and falls to zero over the last fifth of the tokens (Hu et al. 2024, MiniCPM, section
4), so that one may go on from where the fall began and train for longer, or begin the fall at any checkpoint.

    python train.py --tokens 24e6                  writes out/model.pt and out/model.csv
    python train.py --tokens 24e6 --resume         goes on from out/model-checkpoint.pt, after an interruption
    python train.py --tokens 90e6 --from model-stable        goes on from where the rate began to fall
    python train.py --tokens 9e6 --from shipped --decay 1    goes on from the model in the repository (unpack.py)
    python train.py --tokens 1e6 --layers 12 --hidden 128 --name deep        a trial: out/deep.pt, out/deep.csv
"""

import argparse
import csv
import os
import random
import signal
import sys
import time
from dataclasses import asdict, fields

import torch
import torch.distributed as dist
from torch.nn import functional as F

import attention
import vocabulary
from conversations import conversation
from model import Config, MobileLLM

TOKENS = 2304  # of a worker's batch, padding included
STEP, LONGEST = 32, 640  # where conversations may begin; the longest one
CHOICE = 24  # conversations that wait, so that one of them fits
EASY = 0.05  # nats: how hard the easiest conversation counts as, when hard ones are chosen
PEAK, WARMUP_STEPS = 2e-3, 100
FIRST_SEED, SEEDS_A_STEP = 10**6, 1000  # no step takes as many conversations
SEEDS_A_RUN = 10**9
SHAPE = {"layers": "num_hidden_layers", "hidden": "hidden_size", "ffn": "intermediate_size",
         "heads": "num_attention_heads", "kv-heads": "num_key_value_heads"}  # fmt: skip


def tensors(rows):
    """ids, [TOKENS]; how much predicting the *next* one counts, [2, TOKENS], of the assistant's words and of the
    user's; and where each conversation begins, [TOKENS / STEP + 1]: what is left at the end counts as some of padding,
    or empty ones.
    """
    ids = torch.zeros(TOKENS, dtype=torch.long)
    counts = torch.zeros(2, TOKENS)
    starts, at = [], 0
    for part, said, count in rows:
        ids[at : at + len(part)] = torch.tensor(part)
        next_said = torch.tensor(said[1:], dtype=torch.float32)
        counts[0, at : at + len(part) - 1] = count * next_said
        counts[1, at : at + len(part) - 1] = count * (1 - next_said)
        starts.append(at)
        at += room(part)
    starts += range(at, TOKENS, STEP)
    starts += [TOKENS] * (TOKENS // STEP + 1 - len(starts))
    return ids, counts, torch.tensor(starts, dtype=torch.int32)


def room(ids):
    """What a conversation takes of a batch."""
    return -(-len(ids) // STEP) * STEP


def conversations(seed, stride):
    """The conversations `seed`, `seed + stride` and so on, for ever: ids, which of them the assistant says, and how
    much the conversation counts."""
    tokenizer = vocabulary.load()
    while True:
        turns = [(turn.user, turn.assistant) for turn in conversation(seed)]
        seed += stride
        ids, said = vocabulary.encode(tokenizer, turns)
        while len(ids) > LONGEST:  # a long one is cut short
            turns.pop()
            ids, said = vocabulary.encode(tokenizer, turns)
        yield ids, said, 1.0


def batches(rows):
    """Lists of rows that fill a batch, for ever."""
    waiting = []
    while True:
        batch, left = [], TOKENS
        while True:
            while len(waiting) < CHOICE:
                waiting.append(next(rows))
            fits = next((at for at, (ids, *_) in enumerate(waiting) if room(ids) <= left), None)
            if fits is None:
                break
            batch.append(waiting.pop(fits))
            left -= room(batch[-1][0])
        yield batch


def hard(model, looked_at, look, chance):
    """Of the rows of the batches looked at, one in `look`: with a probability that grows with the loss of what the
    assistant says there, by whose inverse a row counts."""
    scale = 1.0
    for batch in looked_at:
        ids, counts, starts = tensors(batch)
        with torch.no_grad():
            logits = model(ids, torch.bfloat16, starts)
            losses = F.cross_entropy(logits[:-1].float(), ids[1:], reduction="none") * counts[0, :-1]
        at = taken = 0
        for row in batch:
            loss = losses[at : at + len(row[0]) - 1].sum().item()
            at += room(row[0])
            probability = min(1.0, scale * (loss + EASY))
            if chance.random() < probability:
                taken += 1
                yield row[0], row[1], 1 / probability
        scale *= 1 + 0.1 * (1 - look * taken / len(batch))


class Dropout:
    """What multiplies each half of a block while it learns: zeros, and for the rest what keeps the mean (Srivastava et
    al. 2014). Slices of one store of them, as drawing them anew would take as long as the products.
    """

    def __init__(self, share, largest, seed):
        kept = (torch.rand(8 * largest) >= share).to(torch.bfloat16)
        self.store, self.random = kept / (1 - share), random.Random(seed)

    def keep(self, shape):
        at = self.random.randrange(len(self.store) - shape.numel())
        return self.store[at : at + shape.numel()].view(shape)


def rate(peak, step, left):
    """`left` is what remains of the fall, 1 or more before it begins."""
    return peak * min(1, (step + 1) / WARMUP_STEPS) * max(0, min(1, left))


def loss_of(model, ids, counts, starts, user_weight, dropout=None):
    """The loss to descend, and that of the assistant's ids alone, in nats."""
    logits = model(ids, torch.bfloat16, starts, dropout)
    loss = F.cross_entropy(logits[:-1].float(), ids[1:], reduction="none")
    said, heard = counts[:, :-1]
    weight = said + user_weight * heard
    return (loss * weight).sum() / weight.sum(), (loss * said).sum().detach() / said.sum()


def optimizers_of(model, options):
    """Muon for the matrices of the blocks, its steps as long as AdamW's would be; AdamW for the rest, or for all."""
    matrices = [w for w in model.layers.parameters() if w.dim() == 2] if options.optimizer == "muon" else []
    others = [w for w in model.parameters() if not any(w is matrix for matrix in matrices)]
    adamw = torch.optim.AdamW(
        [
            {"params": [w for w in others if w.dim() == 2], "weight_decay": 0.1},
            {"params": [w for w in others if w.dim() == 1], "weight_decay": 0},
        ],
        lr=options.peak,
        betas=(0.9, 0.95),
        fused=True,
    )
    if not matrices:
        return [adamw]
    return [adamw, torch.optim.Muon(matrices, lr=options.peak, weight_decay=0.1, adjust_lr_fn="match_rms_adamw")]


class Shared:
    """What the workers of a step tell each other: gradients, and a few figures, as sums over all of them."""

    def __init__(self, parameters, figures):
        self.parameters = parameters
        self.buffer = torch.zeros(sum(w.numel() for w in parameters) + figures)
        self.figures = self.buffer[-figures:]
        at = 0
        for w in parameters:
            w.grad = self.buffer[at : at + w.numel()].view_as(w)  # so that nothing has to be copied
            at += w.numel()

    def sum(self, *figures):
        self.figures.copy_(torch.tensor(figures, dtype=torch.float32))
        dist.all_reduce(self.buffer)
        self.buffer /= dist.get_world_size()
        return (self.figures * dist.get_world_size()).tolist()


def work(rank, options):
    # With SIGINT a worker is told that its parent ended; in the background of a shell it would be ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    dist.init_process_group("gloo", init_method=f"file://{options.meeting}", rank=rank, world_size=options.workers)
    begun = time.monotonic()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    known = {field.name for field in fields(Config)}
    path = vocabulary.OUT / f"{options.name}-checkpoint.pt"
    saved = None
    if options.resume or options.begin:
        saved = torch.load(vocabulary.OUT / f"{options.begin}.pt" if options.begin else path)
    given = saved["config"] if saved else vars(options)
    config = Config(**{name: value for name, value in given.items() if name in known})
    model = MobileLLM(config)
    fast = attention.hasten(config)
    dropout = Dropout(options.dropout, TOKENS * config.hidden_size, rank) if options.dropout else None
    parameters = list(model.parameters())
    optimizers = optimizers_of(model, options)
    state = {"step": 0, "tokens": 0, "seconds": 0.0}
    if saved:
        model.load_state_dict(saved["model"])
        if "optimizers" in saved:
            for optimizer, kept in zip(optimizers, saved["optimizers"], strict=True):
                optimizer.load_state_dict(kept)
            state = saved["state"]
    shared = Shared(parameters, 3)
    if fast:
        for block in model.layers:  # compiled once for all of them
            block.compile(dynamic=False)
    first = FIRST_SEED + (options.seed - 1) * SEEDS_A_RUN + state["step"] * SEEDS_A_STEP
    talks = conversations(first + rank, options.workers)
    if options.look > 1:
        talks = hard(model, batches(talks), options.look, random.Random(first + rank))
    feed = batches(talks)
    for turn in range(options.workers):  # the first one compiles, the others find its code
        if turn == rank:
            loss_of(model, *tensors([]), 0, dropout)[0].nan_to_num().backward()
            shared.buffer.zero_()
        dist.barrier()

    def save(to, **more):
        torch.save({"model": model.state_dict(), "config": asdict(config), **more}, to.with_suffix(".tmp"))
        to.with_suffix(".tmp").replace(to)

    def save_checkpoint(to):
        save(to, optimizers=[optimizer.state_dict() for optimizer in optimizers], state=state)

    if rank == 0:
        print(
            f"{sum(w.numel() for w in parameters)} parameters; compiled in {time.monotonic() - begun:.0f} s;",
            "attention compiled" if fast else "attention by PyTorch",
            flush=True,
        )
        log = vocabulary.OUT / f"{options.name}.csv"
        rows = list(csv.reader(log.open(newline=""))) if options.resume and log.exists() else []
        log = log.open("w", newline="")
        writer = csv.writer(log)
        writer.writerow(("step", "tokens", "seconds", "rate", "assistant_loss"))
        # What came after the checkpoint comes again.
        writer.writerows(row for row in rows if row[0].isdigit() and int(row[0]) <= state["step"])
        log.flush()
    last = saved_at = time.monotonic()
    recent = []
    falling = False
    before = state["seconds"]

    def left():
        """What remains of the fall of the rate, 1 or more before it begins: the same in all workers."""
        done, all_of_it = state["tokens"], options.tokens
        if options.minutes:
            done, all_of_it = state["seconds"] - before, 60 * options.minutes
        return (all_of_it - done) / (options.decay * all_of_it)

    while left() > 0:
        if left() < 1 and not falling and rank == 0:
            save_checkpoint(vocabulary.OUT / f"{options.name}-stable.pt")
        falling = left() < 1
        lr = rate(options.peak, state["step"], left())
        for optimizer in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = lr
        ids, counts, starts = tensors(next(feed))
        loss, assistant = loss_of(model, ids, counts, starts, options.user_weight, dropout)
        loss.backward()
        now = time.monotonic()
        # The first worker's clock counts, or some would stop before others.
        seconds, tokens, total = shared.sum(now - last if rank == 0 else 0, int((counts > 0).sum()), assistant.item())
        last = now
        torch.nn.utils.clip_grad_norm_(parameters, 1.0, foreach=True)
        for optimizer in optimizers:
            optimizer.step()
        shared.buffer.zero_()
        state = {
            "step": state["step"] + 1,
            "tokens": state["tokens"] + round(tokens),
            "seconds": state["seconds"] + seconds,
        }
        recent.append(total / options.workers)
        if rank == 0 and state["step"] % 25 == 0:
            mean = sum(recent) / len(recent)
            row = (state["step"], state["tokens"], round(state["seconds"]), f"{lr:.2e}", f"{mean:.4f}")
            writer.writerow(row)
            log.flush()
            print(*row, flush=True)
            recent = []
        if rank == 0 and now - saved_at > 120:
            save_checkpoint(path)
            saved_at = now
    if rank == 0:
        save_checkpoint(path)
        save(vocabulary.OUT / f"{options.name}.pt")
    dist.destroy_process_group()


def prepare():
    """Starts this program again with an allocator that keeps freed memory: giving every large tensor back to the kernel
    and faulting it in anew made a step 13 times slower on a virtual machine."""
    wanted = {
        "MALLOC_MMAP_THRESHOLD_": "4000000000",
        "MALLOC_TRIM_THRESHOLD_": "8000000000",
        "MALLOC_TOP_PAD_": "200000000",
    }
    if any(name not in os.environ for name in wanted):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **wanted})


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tokens", type=float, default=24e6, help="without padding")
    parser.add_argument("--minutes", type=float, help="of this sitting, instead of tokens of all of them")
    parser.add_argument("--decay", type=float, default=0.2, help="share of these in which the rate falls to zero")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--from", dest="begin", help="name of a checkpoint to go on from")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--peak", type=float, default=PEAK)
    parser.add_argument("--user-weight", type=float, default=0.1, help="of the user's ids in the loss")
    parser.add_argument("--dropout", type=float, default=0, help="share of what blocks add that is left out")
    parser.add_argument("--look", type=int, default=1, help="batches to look at for each that is learnt from")
    parser.add_argument("--optimizer", choices=("muon", "adamw"), default="muon")
    parser.add_argument("--seed", type=int, default=1, help="of the first weights and of the conversations, from 1 on")
    parser.add_argument("--name", default="model")
    for flag, field in SHAPE.items():
        parser.add_argument(f"--{flag}", dest=field, type=int, default=getattr(Config, field))
    options = parser.parse_args()
    options.meeting = vocabulary.OUT / f"{options.name}-meeting"
    options.meeting.unlink(missing_ok=True)
    attention.compile_library()  # once, before the workers look for it
    torch.multiprocessing.spawn(work, (options,), options.workers)


if __name__ == "__main__":
    prepare()
    main()
