"""The network: MobileLLM-LS (Liu et al. 2024, section 3), deep and thin.

A Llama-like decoder with tied embeddings, grouped-query attention, SwiGLU, RMSNorm and rotary positions (halves of a
head rotated against each other, as Hugging Face does). Immediate block-wise layer sharing: every block runs twice in a
row with the same weights. Parameter names are those of Hugging Face checkpoints.
"""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from attention import attend, attend_each


@dataclass(frozen=True)
class Config:
    vocab_size: int = 1024
    hidden_size: int = 256
    intermediate_size: int = 512
    num_hidden_layers: int = 6  # stored; each is executed twice
    num_attention_heads: int = 8
    num_key_value_heads: int = 2
    max_position_embeddings: int = 1024
    rms_norm_eps: float = 1e-5
    rope_theta: float = 10000.0

    @property
    def head_dim(self):
        return self.hidden_size // self.num_attention_heads


def rms_norm(x, weight, eps):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps) * weight


class Norm(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))


class Attention(nn.Module):
    def __init__(self, config):
        super().__init__()
        hidden, size = config.hidden_size, config.head_dim
        self.q_proj = nn.Linear(hidden, config.num_attention_heads * size, bias=False)
        self.k_proj = nn.Linear(hidden, config.num_key_value_heads * size, bias=False)
        self.v_proj = nn.Linear(hidden, config.num_key_value_heads * size, bias=False)
        self.o_proj = nn.Linear(config.num_attention_heads * size, hidden, bias=False)


class MLP(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.gate_proj = nn.Linear(config.hidden_size, config.intermediate_size, bias=False)
        self.up_proj = nn.Linear(config.hidden_size, config.intermediate_size, bias=False)
        self.down_proj = nn.Linear(config.intermediate_size, config.hidden_size, bias=False)


class Block(nn.Module):
    """One layer. Products that read the same vectors are one product: with matrices this small, calls take longer on a
    CPU than the arithmetic."""

    def __init__(self, config):
        super().__init__()
        self.config = config
        self.input_layernorm = Norm(config.hidden_size)
        self.self_attn = Attention(config)
        self.post_attention_layernorm = Norm(config.hidden_size)
        self.mlp = MLP(config)

    def forward(self, x, cos, sin, starts, dtype, keep=(1, 1)):
        """`x` in f32, [batch, length, hidden] or, with `starts`, [tokens, hidden]; the products in `dtype`. What the
        two halves add to `x` is multiplied by `keep`, each [tokens, hidden]: see train.Dropout.
        """
        config, attn, mlp = self.config, self.self_attn, self.mlp
        heads, kv = config.num_attention_heads, config.num_key_value_heads

        h = rms_norm(x, self.input_layernorm.weight, config.rms_norm_eps).to(dtype)
        weight = torch.cat((attn.q_proj.weight, attn.k_proj.weight, attn.v_proj.weight)).to(dtype)
        qkv = F.linear(h, weight)
        if starts is None:
            mixed = attend(qkv, cos, sin, heads, kv)
        else:
            mixed = attend_each(qkv, cos, sin, starts, heads, kv)
        x = x + F.linear(mixed, attn.o_proj.weight.to(dtype)) * keep[0]

        h = rms_norm(x, self.post_attention_layernorm.weight, config.rms_norm_eps).to(dtype)
        gate, up = F.linear(h, torch.cat((mlp.gate_proj.weight, mlp.up_proj.weight)).to(dtype)).chunk(2, -1)
        return x + F.linear(F.silu(gate) * up, mlp.down_proj.weight.to(dtype)) * keep[1]


class MobileLLM(nn.Module):
    def __init__(self, config=Config()):
        super().__init__()
        self.config = config
        self.embed_tokens = nn.Embedding(config.vocab_size, config.hidden_size)
        self.layers = nn.ModuleList(Block(config) for _ in range(config.num_hidden_layers))
        self.norm = Norm(config.hidden_size)
        frequency = config.rope_theta ** (-torch.arange(0, config.head_dim, 2).float() / config.head_dim)
        angle = torch.outer(torch.arange(config.max_position_embeddings).float(), frequency)
        self.register_buffer("cos", angle.cos(), persistent=False)
        self.register_buffer("sin", angle.sin(), persistent=False)
        for name, weight in self.named_parameters():
            if weight.dim() == 2:
                deep = name.endswith(("o_proj.weight", "down_proj.weight"))
                nn.init.normal_(weight, std=0.02 * (1 / (4 * config.num_hidden_layers) ** 0.5 if deep else 1))

    def forward(self, ids, dtype=torch.float32, starts=None, dropout=None):
        """Logits [batch, length, vocab] of `ids` [batch, length], each position seeing those up to itself.

        With `starts` (attention.attend_each), [tokens, vocab] of the sequences that lie end to end in `ids` [tokens].
        With `dropout` (train.Dropout) a part of what the blocks add is left out.
        """
        x = self.embed_tokens(ids)
        for block in self.layers:
            for _ in range(2):
                keep = (dropout.keep(x.shape), dropout.keep(x.shape)) if dropout else (1, 1)
                x = block(x, self.cos, self.sin, starts, dtype, keep)
        h = rms_norm(x, self.norm.weight, self.config.rms_norm_eps).to(dtype)
        return F.linear(h, self.embed_tokens.weight.to(dtype))
