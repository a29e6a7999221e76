// What a checkpoint holds, whatever file it came from: the common ground between the readers (formats/), the tokenizers
// (text/) and the engine (engine/), none of which knows another. Types only. Fields of a config keep the spelling of
// Hugging Face's config.json; everything is normalised, so that nothing below needs to ask for the format.

/** Element types of tensors in files, by GGUF's names. Quantised ones come in blocks of 32 columns. */
export type TensorType = "F32" | "F16" | "BF16" | "Q8_0" | "Q4_0" | "Q4_1";

/** The architecture, normalised. All sizes are counts of elements. */
export interface ModelConfig {
  readonly model_type: "llama" | "mobilellm";
  readonly hidden_size: number;
  readonly intermediate_size: number;
  /** Stored blocks of weights; how often each is executed is the schedule's matter. */
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  readonly num_key_value_heads: number;
  readonly head_dim: number;
  readonly vocab_size: number;
  /** Longest context the model was made for, in tokens. */
  readonly max_position_embeddings: number;
  readonly rms_norm_eps: number;
  readonly rope_theta: number;
  /** Positions are divided by this before RoPE ("linear" scaling); 1 where there is none. */
  readonly rope_scale: number;
  readonly hidden_act: "silu" | "relu";
  /** down(act(gate(x)) * up(x)) if true (SwiGLU), down(act(up(x))) if false (the paper's plain feed-forward). */
  readonly gated: boolean;
  /** One table embeds tokens and makes logits (`share_embedding` of MobileLLM, `tie_word_embeddings` of llama). */
  readonly tie_word_embeddings: boolean;
}

/** What a tensor does, by the last part of its Hugging Face name. */
export type TensorRole =
  | "embed_tokens"
  | "lm_head"
  | "norm"
  | "input_layernorm"
  | "q_proj"
  | "k_proj"
  | "v_proj"
  | "o_proj"
  | "post_attention_layernorm"
  | "gate_proj"
  | "up_proj"
  | "down_proj";

export interface TensorInfo {
  /** As the file spells it. */
  readonly name: string;
  readonly role: TensorRole;
  /** Stored block it belongs to; -1 for embed_tokens, norm and lm_head. */
  readonly block: number;
  /** [outputs, inputs] of a matrix, [1, n] of a norm's vector. Row-major in the file. */
  readonly shape: readonly [rows: number, cols: number];
  readonly type: TensorType;
  /**
   * How the rows of q_proj and k_proj pair up for RoPE: "halves" (i with i + head_dim / 2, Hugging Face) or
   * "interleaved" (2i with 2i + 1, GGUF's llama and llama2.c). "halves" for all other tensors.
   */
  readonly rope: "halves" | "interleaved";
}

/** One tensor's bytes while they pass by. */
export interface TensorData {
  readonly info: TensorInfo;
  /** Fills `target` with the tensor's next bytes. Throws CheckpointError where the file ends early. */
  read(target: Uint8Array): Promise<void>;
}

/** An opened checkpoint: everything but the weights is in memory, the weights are still to be read. */
export interface Checkpoint {
  /** File or folder, for messages. */
  readonly name: string;
  readonly format: "gguf" | "safetensors" | "llama2.c";
  readonly config: ModelConfig;
  /** Executed layer -> stored block. */
  readonly blocks: Int32Array;
  /** In the order in which `readTensors` yields them; only those that the model uses. */
  readonly tensors: readonly TensorInfo[];
  readonly vocabulary: Vocabulary | undefined;
  readonly chatTemplate: string | undefined;
  /** Yields each tensor once, in file order; what the consumer does not read of one is skipped. Works once. */
  readTensors(): AsyncGenerator<TensorData, void, undefined>;
  /** Closes files; further reading is an error. */
  close(): Promise<void>;
}

/** A vocabulary as found, not yet a tokenizer. */
export type Vocabulary = GgufVocabulary | SentencePieceVocabulary | TokenizerJsonVocabulary | Llama2cVocabulary;

export interface GgufVocabulary {
  readonly kind: "gguf";
  /** tokenizer.ggml.model: "llama" (SentencePiece BPE), "gpt2" (byte-level BPE), or what else the file says. */
  readonly model: string;
  /** tokenizer.ggml.pre */
  readonly pre: string | undefined;
  readonly tokens: readonly string[];
  readonly scores: Float32Array | undefined;
  /** 1 normal, 2 unknown, 3 control, 4 user-defined, 5 unused, 6 byte. */
  readonly tokenTypes: Int32Array | undefined;
  readonly merges: readonly string[] | undefined;
  readonly bosId: number | undefined;
  readonly eosId: number | undefined;
  readonly eotId: number | undefined;
  readonly unknownId: number | undefined;
  readonly addBos: boolean | undefined;
  readonly addEos: boolean | undefined;
  readonly addSpacePrefix: boolean | undefined;
}

export interface SentencePieceVocabulary {
  readonly kind: "sentencepiece";
  /** tokenizer.model, parsed. */
  readonly model: SentencePieceModel;
  /** tokenizer_config.json, {} where there is none. */
  readonly tokenizerConfig: Readonly<Record<string, unknown>>;
  /** config.json or generation_config.json: eos_token_id, one or several. */
  readonly eosIds: readonly number[];
}

/** What tokenising needs of a serialised sentencepiece.ModelProto; always of model type BPE. */
export interface SentencePieceModel {
  /** Indexed by token id. Types: 1 normal, 2 unknown, 3 control, 4 user-defined, 5 unused, 6 byte. */
  readonly pieces: readonly SentencePiece[];
  readonly byteFallback: boolean;
  /** A space is put before the text ("Hello" becomes "\u2581Hello"). */
  readonly addDummyPrefix: boolean;
  /** Leading, trailing and repeated spaces are dropped. */
  readonly removeExtraWhitespaces: boolean;
  /** Spaces become U+2581. */
  readonly escapeWhitespaces: boolean;
  /** normalizer_spec.name: "identity", "nmt_nfkc", ..., "" where there is none. */
  readonly normalizerName: string;
  /** True where the normaliser carries a table of character replacements (not kept). */
  readonly hasCharsMap: boolean;
  /** -1 where the model has no such token. */
  readonly unknownId: number;
  readonly bosId: number;
  readonly eosId: number;
  readonly padId: number;
}

export interface SentencePiece {
  readonly piece: string;
  readonly score: number;
  readonly type: number;
}

export interface TokenizerJsonVocabulary {
  readonly kind: "tokenizer.json";
  readonly tokenizer: Readonly<Record<string, unknown>>;
  readonly tokenizerConfig: Readonly<Record<string, unknown>>;
  readonly eosIds: readonly number[];
}

/** tokenizer.bin of llama2.c, parsed. Ids are indexes: 0 unknown, 1 BOS, 2 EOS, 3 to 258 bytes ("<0x00>" ...), then pieces. */
export interface Llama2cVocabulary {
  readonly kind: "llama2.c";
  /** Bytes as the file has them (plain spaces, not U+2581; "\n<s>\n" and "\n</s>\n" for BOS and EOS); may be no UTF-8. */
  readonly tokens: readonly Uint8Array[];
  readonly scores: Float32Array;
}
