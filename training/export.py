"""Writes the trained model as a Hugging Face directory, out/hf: config, f16 safetensors, tokenizer, chat template.

python export.py [--weights out/model.pt]
"""

import argparse
import json
import re
import shutil
from dataclasses import fields

import jinja2
import torch
from safetensors.torch import load_file, save_file

import vocabulary
from model import Config, MobileLLM
from train import LONGEST

HF = vocabulary.OUT / "hf"
ADDED = {"lstrip": False, "rstrip": False, "normalized": False, "single_word": False, "special": True}
CHAT_TEMPLATE = (
    "{{ bos_token }}"
    "{% for message in messages %}"
    "{% if message['role'] not in ['user', 'assistant'] %}"
    "{{ raise_exception('this model was trained without ' + message['role'] + ' messages: leave them out') }}"
    "{% endif %}"
    "{% if message['role'] == 'user' %}{{ '<|user|>' + (message['content'] | trim | lower) + '<|end|>' }}"
    "{% else %}{{ '<|assistant|>' + message['content'] + '<|end|>' }}{% endif %}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)


def half(state):
    """Weights in f16 under the names of Hugging Face checkpoints; the model that is scored is this one."""
    return {f"model.{name.removeprefix('_orig_mod.')}": weight.half().contiguous() for name, weight in state.items()}


def load(directory=HF):
    """The exported model in f32, its weights those of the f16 file."""
    written = json.loads((directory / "config.json").read_text())
    model = MobileLLM(Config(**{field.name: written[field.name] for field in fields(Config)}))
    tensors = load_file(directory / "model.safetensors")
    model.load_state_dict({name.removeprefix("model."): weight.float() for name, weight in tensors.items()})
    return model.eval()


def check_template(tokenizer):
    """The template, cut at its special tokens and encoded part by part, gives the ids of training."""
    template = jinja2.Environment().from_string(CHAT_TEMPLATE)
    text = template.render(
        bos_token="<s>",
        messages=[
            {"role": "user", "content": " Call Zoë\n"},
            {"role": "assistant", "content": "{}\nOkay."},
            {"role": "user", "content": " no"},
        ],
        add_generation_prompt=True,
    )
    ids = []
    for part in re.split(r"(<s>|<\|\w+\|>)", text):
        special = tokenizer.piece_to_id(part)
        ids += [special] if tokenizer.is_control(special) else tokenizer.encode(part)
    expected, _ = vocabulary.encode(tokenizer, [("call zoë", "{}\nOkay.")], "no")
    if ids != expected:
        raise ValueError(f"the chat template gives {ids}, training had {expected}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--weights", default=str(vocabulary.OUT / "model.pt"))
    options = parser.parse_args()
    saved = torch.load(options.weights)
    config = Config(**saved["config"])
    HF.mkdir(exist_ok=True)
    save_file(half(saved["model"]), HF / "model.safetensors", metadata={"format": "pt"})
    shutil.copy(vocabulary.HERE / "tokenizer.model", HF / "tokenizer.model")
    tokenizer = vocabulary.load()
    end = tokenizer.piece_to_id(vocabulary.END)
    write("config.json", {
        "architectures": ["MobileLLMForCausalLM"],
        "model_type": "mobilellm",
        "hidden_size": config.hidden_size,
        "intermediate_size": config.intermediate_size,
        "num_hidden_layers": config.num_hidden_layers,
        "num_attention_heads": config.num_attention_heads,
        "num_key_value_heads": config.num_key_value_heads,
        "vocab_size": config.vocab_size,
        "max_position_embeddings": LONGEST + 64,  # training has seen no more than LONGEST; a turn beyond it still works
        "rms_norm_eps": config.rms_norm_eps,
        "rope_theta": config.rope_theta,
        "rope_scaling": None,
        "hidden_act": "silu",
        "attention_bias": False,
        "mlp_bias": False,
        "layer_sharing": True,
        "share_embedding": True,
        "tie_word_embeddings": True,
        "bos_token_id": tokenizer.bos_id(),
        "eos_token_id": end,
        "torch_dtype": "float16",
    })  # fmt: skip
    special = {i: tokenizer.id_to_piece(i) for i in range(tokenizer.piece_to_id(vocabulary.END) + 1)}
    write("tokenizer_config.json", {
        "tokenizer_class": "LlamaTokenizer",
        "add_bos_token": True,
        "add_eos_token": False,
        "add_prefix_space": False,
        "legacy": False,
        "clean_up_tokenization_spaces": False,
        "bos_token": "<s>",
        "eos_token": vocabulary.END,
        "unk_token": "<unk>",
        "additional_special_tokens": [vocabulary.USER, vocabulary.ASSISTANT],
        "added_tokens_decoder": {str(i): {"content": piece, **ADDED} for i, piece in special.items()},
        "chat_template": CHAT_TEMPLATE,
    })  # fmt: skip
    check_template(tokenizer)
    print(f"wrote {HF}")


def write(name, content):
    (HF / name).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
