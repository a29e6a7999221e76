"""The model in the repository as a checkpoint, from which `train.py --from shipped` goes on: with new phrasings, say,
or functions of one's own.

    python unpack.py                 writes out/shipped.pt
    python unpack.py --layers 6      with two blocks more, which at first change nothing

A new block is a copy of the one before it (Gong et al. 2019, Efficient Training of BERT by Progressively Stacking),
but its outputs are zero, so that the function stays (Chen et al. 2016, Net2Net).
"""

import argparse
from dataclasses import asdict, replace
from pathlib import Path

import torch
from gguf import GGUFReader

import vocabulary
from model import Config, MobileLLM

SHIPPED = Path(__file__).parent.parent / "models" / "lanky-api-4m.gguf"
NAMES = {
    "attn_norm": "input_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_norm": "post_attention_layernorm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
    "token_embd": "embed_tokens",
    "output_norm": "norm",
}
ROTATED = {
    "attn_q": "attention.head_count",
    "attn_k": "attention.head_count_kv",
}  # their halves interleaved in the file
OUTPUTS = ("self_attn.o_proj.weight", "mlp.down_proj.weight")


def read(path):
    """The configuration and the weights, in f32, of a GGUF file that `lanky convert` made of out/hf."""
    reader = GGUFReader(path)

    def field(name):
        return reader.get_field(f"mobilellm.{name}").contents()

    config = Config(
        vocab_size=field("vocab_size"),
        hidden_size=field("embedding_length"),
        intermediate_size=field("feed_forward_length"),
        num_hidden_layers=field("block_count"),
        num_attention_heads=field("attention.head_count"),
        num_key_value_heads=field("attention.head_count_kv"),
    )
    state = {}
    for tensor in reader.tensors:
        *block, part, _ = tensor.name.split(".")
        name = ".".join(("layers", block[1], NAMES[part])) if block else NAMES[part]
        weight = torch.tensor(tensor.data).float()
        if part in ROTATED:
            weight = weight.view(field(ROTATED[part]), -1, 2, config.hidden_size).transpose(1, 2).reshape(weight.shape)
        state[f"{name}.weight"] = weight
    return config, state


def grow(config, state, layers):
    """The same function of `layers` blocks: the new ones lie evenly among the old."""
    old = config.num_hidden_layers
    sources = [at * old // layers for at in range(layers)]
    grown = {name: weight for name, weight in state.items() if not name.startswith("layers.")}
    for at, source in enumerate(sources):
        new = at > 0 and sources[at - 1] == source
        for name, weight in state.items():
            prefix = f"layers.{source}."
            if name.startswith(prefix):
                part = name.removeprefix(prefix)
                silent = new and part in OUTPUTS
                grown[f"layers.{at}.{part}"] = torch.zeros_like(weight) if silent else weight.clone()
    return replace(config, num_hidden_layers=layers), grown


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model", nargs="?", type=Path, default=SHIPPED)
    parser.add_argument("--layers", type=int, help="more than it has")
    parser.add_argument("--name", default="shipped")
    options = parser.parse_args()
    config, state = read(options.model)
    if options.layers:
        config, state = grow(config, state, options.layers)
    MobileLLM(config).load_state_dict(state)
    vocabulary.OUT.mkdir(exist_ok=True)
    torch.save({"model": state, "config": asdict(config)}, vocabulary.OUT / f"{options.name}.pt")
    print(f"out/{options.name}.pt: {config}")


if __name__ == "__main__":
    main()
