"""Attention: spelled out, and for training a fast one on processors that multiply bfloat16 (attention.c, compiled when
wanted): by AMX tiles, else by AVX-512."""

import ctypes
import itertools
import subprocess
from pathlib import Path

import torch

HERE = Path(__file__).parent
LIBRARY = HERE / "out" / "attention.so"
FLAGS = {"amx_bf16": ["-march=sapphirerapids"], "avx512_bf16": ["-march=cooperlake"]}
SIZE, LONGEST, MOST = 32, 1024, 8  # of heads, sequences and groups, as attention.c has them
_library = None


def rotate(x, cos, sin):
    a, b = x.chunk(2, -1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), -1)


def attend(qkv, cos, sin, heads, kv):
    """What each token takes from those up to it: [batch, length, heads * size].

    `qkv` [batch, length, (heads + 2 kv) * size] holds queries, keys and values, not yet rotated; `cos` and `sin` are
    [positions, size / 2]. Spelled out: with sequences this small, PyTorch's fused attention takes longer on a CPU.
    """
    (batch, length, width), group = qkv.shape, heads // kv
    size = width // (heads + 2 * kv)
    qkv = qkv.view(batch, length, heads + 2 * kv, size)
    qk = rotate(qkv[:, :, : heads + kv].to(cos.dtype), cos[:length, None], sin[:length, None]).to(qkv.dtype)
    # The queries of a group stand one after the other beside the key head that they share.
    q = qk[:, :, :heads].view(batch, length, kv, group, size).permute(0, 2, 3, 1, 4)
    q = q.reshape(batch * kv, group * length, size)
    k = qk[:, :, heads:].permute(0, 2, 1, 3).reshape(batch * kv, length, size)
    v = qkv[:, :, heads + kv :].permute(0, 2, 1, 3).reshape(batch * kv, length, size)
    mask = torch.full((length, length), -1e4).triu(1)
    scores = (q @ k.transpose(1, 2)).view(batch * kv, group, length, length).to(cos.dtype) * size**-0.5 + mask
    mixed = scores.softmax(-1).to(qkv.dtype).view(batch * kv, group * length, length) @ v
    return mixed.view(batch, kv, group, length, size).permute(0, 3, 1, 2, 4).reshape(batch, length, heads * size)


def attend_each(qkv, cos, sin, starts, heads, kv):
    """The same within each of several sequences that lie end to end: [tokens, heads * size] from `qkv` [tokens, ...].

    `starts` (32-bit integers) says where each begins, and where the last one ends: multiples of 32. A sequence is at
    most 1024 long, or empty.
    """
    if _library is not None:
        return _attend_each(qkv, cos, sin, starts, heads, kv)[0]
    bounds = starts.tolist()
    return torch.cat(
        [
            attend(qkv[None, begin:end], cos, sin, heads, kv)[0]
            for begin, end in itertools.pairwise(bounds)
            if end > begin
        ]
    )


def compile_library():
    """The compiled functions, or None where there is no C compiler, or no arithmetic in bfloat16."""
    try:
        features = Path("/proc/cpuinfo").read_text()
        flags = next((flags for feature, flags in FLAGS.items() if feature in features), None)
        if flags is None:
            return None
        if not LIBRARY.exists() or LIBRARY.stat().st_mtime < (HERE / "attention.c").stat().st_mtime:
            LIBRARY.parent.mkdir(exist_ok=True)
            made = LIBRARY.with_suffix(".tmp")
            subprocess.run(
                ["cc", "-O3", *flags, "-shared", "-fPIC", HERE / "attention.c", "-o", made, "-lm"],
                check=True,
            )
            made.replace(LIBRARY)
        library = ctypes.CDLL(str(LIBRARY))
    except (OSError, subprocess.CalledProcessError):
        return None
    return library if library.attention_start() == 0 else None


def hasten(config):
    """Makes `attend_each` fast in this process, for networks of this shape in bf16; whether it could."""
    global _library
    if config.head_dim == SIZE and config.num_attention_heads <= MOST * config.num_key_value_heads:
        _library = compile_library()
    return _library is not None


def _at(*tensors):
    return [ctypes.c_void_p(tensor.data_ptr()) for tensor in tensors]


@torch.library.custom_op("lanky::attend_each", mutates_args=())
def _attend_each(
    qkv: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor, starts: torch.Tensor, heads: int, kv: int
) -> tuple[torch.Tensor, torch.Tensor]:
    out = qkv.new_empty(qkv.shape[0], heads * SIZE)
    lse = torch.empty(qkv.shape[0] * heads)
    _library.attention_forward(*_at(qkv, cos, sin, out, lse, starts), len(starts) - 1, heads, kv)
    return out, lse


@_attend_each.register_fake
def _(qkv, cos, sin, starts, heads, kv):
    return qkv.new_empty(qkv.shape[0], heads * SIZE), cos.new_empty(qkv.shape[0] * heads)


@torch.library.custom_op("lanky::attend_each_backward", mutates_args=())
def _attend_each_backward(
    qkv: torch.Tensor,
    cos: torch.Tensor,
    sin: torch.Tensor,
    starts: torch.Tensor,
    out: torch.Tensor,
    lse: torch.Tensor,
    dout: torch.Tensor,
    heads: int,
    kv: int,
) -> torch.Tensor:
    dqkv = torch.empty_like(qkv)
    dout = dout.contiguous()
    _library.attention_backward(*_at(qkv, cos, sin, out, lse, dout, dqkv, starts), len(starts) - 1, heads, kv)
    return dqkv


@_attend_each_backward.register_fake
def _(qkv, cos, sin, starts, out, lse, dout, heads, kv):
    return torch.empty_like(qkv)


def _keep(ctx, inputs, output):
    *tensors, ctx.heads, ctx.kv = inputs
    ctx.save_for_backward(*tensors, *output)


def _descend(ctx, dout, _):
    return _attend_each_backward(*ctx.saved_tensors, dout, ctx.heads, ctx.kv), None, None, None, None, None


_attend_each.register_autograd(_descend, setup_context=_keep)


def main():
    """How far the fast attention and its gradients are from attention in f64, beside bf16 spelled out."""
    torch.manual_seed(1)
    heads, kv, lengths = 8, 2, (32, 0, 640, 96, 64, 288)
    starts = torch.tensor([0, *itertools.accumulate(lengths)], dtype=torch.int32)
    given = torch.randn(sum(lengths), (heads + 2 * kv) * SIZE).bfloat16()
    upper = torch.randn(sum(lengths), heads * SIZE).bfloat16()
    angle = torch.outer(torch.arange(1024.0), 10000 ** (-torch.arange(0, SIZE, 2) / SIZE))
    found = {}
    for name, dtype in (("f64", torch.float64), ("spelled out", torch.bfloat16), ("fast", torch.bfloat16)):
        if name == "fast":
            global _library
            _library = compile_library()
            if _library is None:
                print("no C compiler, or no arithmetic in bfloat16")
                return
        qkv = given.clone().to(dtype).requires_grad_()
        wide = angle.double() if dtype == torch.float64 else angle
        out = attend_each(qkv, wide.cos(), wide.sin(), starts, heads, kv)
        out.backward(upper.to(dtype))
        found[name] = torch.cat((out, qkv.grad), 1).double()
    size = found["f64"].norm(dim=0).split(heads * SIZE)
    for name in ("spelled out", "fast"):
        off = (found[name] - found["f64"]).norm(dim=0).split(heads * SIZE)
        parts = zip(("result", "gradient of queries", "of keys and values"), off, size, strict=False)
        print(name, *(f"{part} {(a.norm() / b.norm()).item():.4f}" for part, a, b in parts), sep=", ")


if __name__ == "__main__":
    main()
