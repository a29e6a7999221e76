"""The fast attention of training, for processors with AMX: attention.c, compiled when it is first wanted."""

import ctypes
import subprocess
from pathlib import Path

import torch

HERE = Path(__file__).parent
LIBRARY = HERE / "out" / "attention.so"
SIZE, LONGEST, MOST = 32, 1024, 8  # of heads, sequences and groups, as attention.c has them


def compile_library():
    """The compiled functions, or None where there is no C compiler, or no AMX for bfloat16."""
    try:
        if "amx_bf16" not in Path("/proc/cpuinfo").read_text():
            return None
        if not LIBRARY.exists() or LIBRARY.stat().st_mtime < (HERE / "attention.c").stat().st_mtime:
            LIBRARY.parent.mkdir(exist_ok=True)
            made = LIBRARY.with_suffix(".tmp")
            subprocess.run(
                ["cc", "-O3", "-march=sapphirerapids", "-shared", "-fPIC", HERE / "attention.c", "-o", made, "-lm"],
                check=True,
            )
            made.replace(LIBRARY)
        library = ctypes.CDLL(str(LIBRARY))
    except (OSError, subprocess.CalledProcessError):
        return None
    return library if library.attention_start() == 0 else None


_library = None


def available(config):
    """Whether `attend` may be called in this process for a network of this shape."""
    global _library
    if config.head_dim != SIZE or config.num_attention_heads > MOST * config.num_key_value_heads:
        return False
    _library = _library or compile_library()
    return _library is not None


def _at(*tensors):
    return [ctypes.c_void_p(tensor.data_ptr()) for tensor in tensors]


@torch.library.custom_op("lanky::attend", mutates_args=())
def _attend(
    qkv: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor, heads: int, kv: int
) -> tuple[torch.Tensor, torch.Tensor]:
    batch, length = qkv.shape[:2]
    out = qkv.new_empty(batch, length, heads * SIZE)
    lse = torch.empty(batch, heads, length)
    _library.attention_forward(*_at(qkv.contiguous(), cos, sin, out, lse), batch, length, heads, kv)
    return out, lse


@_attend.register_fake
def _(qkv, cos, sin, heads, kv):
    batch, length = qkv.shape[:2]
    return qkv.new_empty(batch, length, heads * SIZE), cos.new_empty(batch, heads, length)


@torch.library.custom_op("lanky::attend_backward", mutates_args=())
def _attend_backward(
    qkv: torch.Tensor,
    cos: torch.Tensor,
    sin: torch.Tensor,
    out: torch.Tensor,
    lse: torch.Tensor,
    dout: torch.Tensor,
    heads: int,
    kv: int,
) -> torch.Tensor:
    batch, length = qkv.shape[:2]
    dqkv = torch.empty(qkv.shape, dtype=qkv.dtype)
    parts = [tensor.contiguous() for tensor in (qkv, cos, sin, out, lse, dout)]
    _library.attention_backward(*_at(*parts, dqkv), batch, length, heads, kv)
    return dqkv


@_attend_backward.register_fake
def _(qkv, cos, sin, out, lse, dout, heads, kv):
    return qkv.new_empty(qkv.shape)


def _keep(ctx, inputs, output):
    qkv, cos, sin, ctx.heads, ctx.kv = inputs
    ctx.save_for_backward(qkv, cos, sin, *output)


def _descend(ctx, dout, _):
    return _attend_backward(*ctx.saved_tensors, dout, ctx.heads, ctx.kv), None, None, None, None


_attend.register_autograd(_descend, setup_context=_keep)


def attend(qkv, cos, sin, heads, kv):
    """What each token takes from those up to it: [batch, length, heads * 32] in bf16.

    `qkv` [batch, length, (heads + 2 kv) * 32] in bf16 holds the queries, keys and values of all heads, not yet rotated;
    `length` is a multiple of 32 and at most 1024. `cos` and `sin` are [length, 1, 16] in f32.
    """
    return _attend(qkv, cos, sin, heads, kv)[0]
