/*
 * Causal attention within each of several sequences, forward and backward, on tiles of bfloat16: AMX, or AVX-512.
 *
 * Heads are 32 wide, so a tile of sixteen queries times one of sixteen keys is a single AMX instruction (or 256 of
 * AVX-512), and the scores of a head never leave the cache. Queries and keys are rotated here (halves of a head against each other) and softmax is
 * taken in base 2; the backward pass recomputes the probabilities from their rows' log-sums (Dao et al. 2022,
 * FlashAttention, section 3.1), once by rows for the queries' gradient and once by columns for that of keys and values.
 *
 * qkv, dqkv   [tokens, heads + 2 kv, 32]   bf16, queries before keys before values
 * out, dout   [tokens, heads, 32]          bf16
 * starts      [sequences + 1]              where each begins, the last one's end: multiples of 32
 * cos, sin    [positions, 16]              f32
 * lse         [tokens * heads]             f32, base 2: a sequence's heads one after the other
 *
 * What is between is in static memory: one thread at a time.
 */

#include <immintrin.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#define SIZE 32                                            /* of a head */
#define TILE 16                                            /* rows of a tile; a row is 64 bytes */
#define LONGEST 1024                                       /* tokens */
#define MOST 8                                             /* query heads of a group */
#define SCALE (0.17677669529663687f * 1.4426950408889634f) /* size ^ -0.5, in base 2 */

typedef uint16_t bf16;
typedef struct {
  bf16 at[LONGEST * SIZE];
} __attribute__((aligned(64))) Rows; /* or as many packed tiles */
/* Sixteen rows of a matrix of scores (tiles 16 wide), or of what becomes of them (tiles 32 wide): tile after tile, a
 * cache line apart, or all tiles' first rows would want the same few places of the cache. Where column s lies, a
 * multiple of 16: */
#define SCORES(s) ((s) / 16 * (TILE * 16 + 16))
#define WEIGHTS(s) ((s) / 32 * (TILE * 32 + 32) + (s) % 32)
typedef struct {
  float at[SCORES(LONGEST)];
} __attribute__((aligned(64))) Scores;
typedef struct {
  bf16 at[WEIGHTS(LONGEST)];
} __attribute__((aligned(64))) Weights;

static __m512 widen(__m256i x) { return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(x), 16)); }
static __m512 load16(const bf16 *from) { return widen(_mm256_loadu_si256((const void *)from)); }
static void store16(bf16 *to, __m512 x) { _mm256_storeu_si256((void *)to, (__m256i)_mm512_cvtneps_pbh(x)); }

/* 2 ^ x for x <= 0, to about 2e-7 of it; 0 below -126. */
static __m512 exp2_of(__m512 x) {
  x = _mm512_max_ps(x, _mm512_set1_ps(-150));
  __m512 whole = _mm512_roundscale_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  __m512 f = _mm512_sub_ps(x, whole);
  __m512 y = _mm512_set1_ps(1.5403530e-4f); /* the series of exp(f ln 2), |f| <= 0.5 */
  y = _mm512_fmadd_ps(y, f, _mm512_set1_ps(1.3333558e-3f));
  y = _mm512_fmadd_ps(y, f, _mm512_set1_ps(9.6181291e-3f));
  y = _mm512_fmadd_ps(y, f, _mm512_set1_ps(5.5504109e-2f));
  y = _mm512_fmadd_ps(y, f, _mm512_set1_ps(2.4022651e-1f));
  y = _mm512_fmadd_ps(y, f, _mm512_set1_ps(6.9314718e-1f));
  y = _mm512_fmadd_ps(y, f, _mm512_set1_ps(1));
  return _mm512_scalef_ps(y, whole);
}

#ifdef __AMX_BF16__
#include <sys/syscall.h>
#include <unistd.h>

#define tile_zero _tile_zero
#define tile_load _tile_loadd
#define tile_store _tile_stored
#define tile_add_product _tile_dpbf16ps

/* Asks the kernel for the tile registers: 0 if they may be used. */
int attention_start(void) { return (int)syscall(SYS_arch_prctl, 0x1023 /* ARCH_REQ_XCOMP_PERM */, 18); }

static void tiles_begin(void) {
  static struct {
    uint8_t palette, start, zero[14];
    uint16_t bytes[16];
    uint8_t rows[16];
  } config = {.palette = 1};
  for (int t = 0; t < 8; t++) config.bytes[t] = 64, config.rows[t] = TILE;
  _tile_loadconfig(&config);
}

static void tiles_end(void) { _tile_release(); }
#else
typedef struct {
  __m512 sums[TILE];
  const char *from; /* of a factor: where it is read, rows `stride` bytes apart */
  size_t stride;
} Tile;
static Tile tiles[8];

int attention_start(void) { return 0; }
static void tiles_begin(void) {}
static void tiles_end(void) {}

static inline void tile_zero(int t) { memset(tiles[t].sums, 0, sizeof tiles[t].sums); }
static inline void tile_load(int t, const void *from, size_t stride) { tiles[t].from = from, tiles[t].stride = stride; }

static inline void tile_store(int t, void *to, size_t stride) {
  for (int r = 0; r < TILE; r++) _mm512_storeu_ps((char *)to + r * stride, tiles[t].sums[r]);
}

static inline void tile_add_product(int to, int a, int b) {
  const Tile rows = tiles[a], columns = tiles[b];
  __m512 sums[TILE];
#pragma GCC unroll 16
  for (int r = 0; r < TILE; r++) sums[r] = tiles[to].sums[r];
  for (int i = 0; i < TILE; i++) {
    const __m512i pairs = _mm512_loadu_si512(columns.from + i * columns.stride);
#pragma GCC unroll 16
    for (int r = 0; r < TILE; r++) {
      int pair;
      memcpy(&pair, rows.from + r * rows.stride + 4 * i, 4);
      sums[r] = _mm512_dpbf16_ps(sums[r], (__m512bh)_mm512_set1_epi32(pair), (__m512bh)pairs);
    }
  }
#pragma GCC unroll 16
  for (int r = 0; r < TILE; r++) tiles[to].sums[r] = sums[r];
}
#endif

static unsigned begin(void) {
  const unsigned before = _mm_getcsr();
  _mm_setcsr(before | 0x8040); /* weights too small for a normal number are none, and not a microcoded exception */
  tiles_begin();
  return before;
}

static void end(unsigned before) {
  _mm_setcsr(before);
  tiles_end();
}

static void rotate(const bf16 *from, size_t stride, const float *cos, const float *sin, int length, bf16 *to) {
  for (int t = 0; t < length; t++, from += stride, to += SIZE) {
    __m512 a = load16(from), b = load16(from + 16), c = _mm512_loadu_ps(cos + 16 * t),
           s = _mm512_loadu_ps(sin + 16 * t);
    store16(to, _mm512_fmsub_ps(a, c, _mm512_mul_ps(b, s)));
    store16(to + 16, _mm512_fmadd_ps(b, c, _mm512_mul_ps(a, s)));
  }
}

static void gather(const bf16 *from, size_t stride, int length, bf16 *to) {
  for (int t = 0; t < length; t++) memcpy(to + t * SIZE, from + t * stride, SIZE * sizeof(bf16));
}

/* Tiles of sixteen rows, turned: row i holds dimensions 2i and 2i + 1 of each of them. What is multiplied by rows. */
static void turn(const bf16 *from, int length, bf16 *to) {
  const __m512i rows = _mm512_mullo_epi32(_mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
                                          _mm512_set1_epi32(SIZE / 2));
  for (int t = 0; t < length; t += TILE)
    for (int i = 0; i < TILE; i++)
      _mm512_storeu_si512(to + t * SIZE + i * 32, _mm512_i32gather_epi32(rows, (const int *)(from + t * SIZE) + i, 4));
}

/* Pairs of tiles of thirty-two rows, rows 2i and 2i + 1 interleaved: first 16 dimensions, then the others. What
 * weighted sums over rows are taken of. */
static void interleave(const bf16 *from, int length, bf16 *to) {
  uint16_t low[32], high[32];
  for (int n = 0; n < 16; n++) low[2 * n] = n, low[2 * n + 1] = n + 32, high[2 * n] = n + 16, high[2 * n + 1] = n + 48;
  const __m512i first = _mm512_loadu_si512(low), second = _mm512_loadu_si512(high);
  for (int t = 0; t < length; t += 32, from += 32 * SIZE, to += 32 * SIZE)
    for (int i = 0; i < TILE; i++) {
      __m512i a = _mm512_loadu_si512(from + 2 * i * SIZE), b = _mm512_loadu_si512(from + (2 * i + 1) * SIZE);
      _mm512_storeu_si512(to + i * 32, _mm512_permutex2var_epi16(a, first, b));
      _mm512_storeu_si512(to + 512 + i * 32, _mm512_permutex2var_epi16(a, second, b));
    }
}

void attention_forward(const bf16 *qkv, const float *cos, const float *sin, bf16 *out, float *lse,
                       const int32_t *starts, int sequences, int heads, int kv) {
  static Rows q, k, keys, v, values;
  static Scores scores;
  static Weights weights;
  const size_t stride = (heads + 2 * kv) * SIZE, width = heads * SIZE;
  const unsigned before = begin();
  for (int n = 0; n < sequences; n++) {
    const int length = starts[n + 1] - starts[n];
    for (int g = 0; g < kv; g++) {
      rotate(qkv + (heads + g) * SIZE, stride, cos, sin, length, k.at), turn(k.at, length, keys.at);
      gather(qkv + (heads + kv + g) * SIZE, stride, length, v.at), interleave(v.at, length, values.at);
      for (int h = g * (heads / kv); h < (g + 1) * (heads / kv); h++) {
        rotate(qkv + h * SIZE, stride, cos, sin, length, q.at);
        for (int t = 0; t < length; t += TILE) {
          const int seen = t + TILE, ends = (seen + 31) / 32 * 32; /* keys, and in pairs of tiles */
          tile_load(0, q.at + t * SIZE, 64);
          for (int s = 0; s < seen; s += TILE) {
            tile_zero(1);
            tile_load(2, keys.at + s * SIZE, 64);
            tile_add_product(1, 0, 2);
            tile_store(1, scores.at + SCORES(s), 64);
          }
          float sums[TILE];
          for (int r = 0; r < TILE; r++) {
            const float *row = scores.at + r * TILE;
            bf16 *weight = weights.at + r * 32;
            const __mmask16 last = (1u << (r + 1)) - 1;
            __m512 most = _mm512_mask_loadu_ps(_mm512_set1_ps(-INFINITY), last, row + SCORES(t));
            for (int s = 0; s < t; s += TILE) most = _mm512_max_ps(most, _mm512_loadu_ps(row + SCORES(s)));
            const float top = _mm512_reduce_max_ps(most) * SCALE;
            const __m512 scale = _mm512_set1_ps(SCALE), less = _mm512_set1_ps(-top);
            __m512 sum = _mm512_setzero_ps();
            for (int s = 0; s < t; s += TILE) {
              const __m512 p = exp2_of(_mm512_fmadd_ps(_mm512_loadu_ps(row + SCORES(s)), scale, less));
              sum = _mm512_add_ps(sum, p);
              store16(weight + WEIGHTS(s), p);
            }
            const __m512 x = _mm512_fmadd_ps(_mm512_loadu_ps(row + SCORES(t)), scale, less);
            const __m512 p = _mm512_maskz_mov_ps(last, exp2_of(x));
            store16(weight + WEIGHTS(t), p);
            if (ends > seen) store16(weight + WEIGHTS(seen), _mm512_setzero_ps());
            const float total = _mm512_reduce_add_ps(_mm512_add_ps(sum, p));
            sums[r] = 1 / total;
            lse[h * length + t + r] = top + log2f(total);
          }
          tile_zero(3);
          tile_zero(4);
          for (int s = 0; s < ends; s += 32) {
            tile_load(5, weights.at + WEIGHTS(s), 64);
            tile_load(6, values.at + s * SIZE, 64);
            tile_load(7, values.at + s * SIZE + 512, 64);
            tile_add_product(3, 5, 6);
            tile_add_product(4, 5, 7);
          }
          tile_store(3, scores.at, 128);
          tile_store(4, scores.at + 16, 128);
          for (int r = 0; r < TILE; r++) {
            const __m512 by = _mm512_set1_ps(sums[r]);
            bf16 *to = out + (t + r) * width + h * SIZE;
            store16(to, _mm512_mul_ps(by, _mm512_loadu_ps(scores.at + 32 * r)));
            store16(to + 16, _mm512_mul_ps(by, _mm512_loadu_ps(scores.at + 32 * r + 16)));
          }
        }
      }
    }
    qkv += length * stride, out += length * width, lse += length * heads;
  }
  end(before);
}

/* What one query head needs in the backward pass. */
typedef struct {
  Rows q, turned, interleaved, dout, dout_turned, dout_interleaved;
  float dots[LONGEST]; /* of each row's dout and out */
} Head;

/* Sixteen rows of f32 gradients, 32 wide, scaled and rotated back. */
static void unrotate(const float *from, const float *cos, const float *sin, int t, bf16 *to, size_t stride) {
  for (int r = 0; r < TILE; r++, from += 32, to += stride) {
    const __m512 scale = _mm512_set1_ps(0.17677669529663687f);
    __m512 c = _mm512_mul_ps(scale, _mm512_loadu_ps(cos + 16 * (t + r)));
    __m512 s = _mm512_mul_ps(scale, _mm512_loadu_ps(sin + 16 * (t + r)));
    __m512 a = _mm512_loadu_ps(from), b = _mm512_loadu_ps(from + 16);
    store16(to, _mm512_fmadd_ps(a, c, _mm512_mul_ps(b, s)));
    store16(to + 16, _mm512_fmsub_ps(b, c, _mm512_mul_ps(a, s)));
  }
}

void attention_backward(const bf16 *qkv, const float *cos, const float *sin, const bf16 *out, const float *lse,
                        const bf16 *dout, bf16 *dqkv, const int32_t *starts, int sequences, int heads, int kv) {
  static Head group[MOST];
  static Rows k, keys, key_pairs, v, values;
  static float score[TILE * 16], slope[TILE * 16];
  static bf16 p[TILE * 32], ds[TILE * 32];
  static float sum[TILE * 32], sum2[TILE * 32];
  const size_t stride = (heads + 2 * kv) * SIZE, width = heads * SIZE;
  const int each = heads / kv;
  const __m512 scale = _mm512_set1_ps(SCALE), zero = _mm512_setzero_ps();
  const unsigned before = begin();
  for (int i = 0; i < sequences; i++) {
    const int length = starts[i + 1] - starts[i];
    const bf16 *from = qkv + starts[i] * stride;
    bf16 *to = dqkv + starts[i] * stride;
    for (int g = 0; g < kv; g++) {
      rotate(from + (heads + g) * SIZE, stride, cos, sin, length, k.at);
      turn(k.at, length, keys.at), interleave(k.at, length, key_pairs.at);
      gather(from + (heads + kv + g) * SIZE, stride, length, v.at), turn(v.at, length, values.at);
      for (int n = 0; n < each; n++) {
        Head *head = &group[n];
        const int h = g * each + n;
        const bf16 *upper = dout + starts[i] * width + h * SIZE, *mixed = out + starts[i] * width + h * SIZE;
        const float *sums = lse + starts[i] * heads + h * length;
        rotate(from + h * SIZE, stride, cos, sin, length, head->q.at);
        turn(head->q.at, length, head->turned.at), interleave(head->q.at, length, head->interleaved.at);
        gather(upper, width, length, head->dout.at);
        turn(head->dout.at, length, head->dout_turned.at);
        interleave(head->dout.at, length, head->dout_interleaved.at);
        for (int t = 0; t < length; t++) {
          const bf16 *d = upper + t * width, *o = mixed + t * width;
          __m512 dot = _mm512_mul_ps(load16(d), load16(o));
          head->dots[t] = _mm512_reduce_add_ps(_mm512_fmadd_ps(load16(d + 16), load16(o + 16), dot));
        }
        for (int t = 0; t < length; t += TILE) { /* rows of queries */
          tile_zero(0);
          tile_zero(1);
          for (int s = 0; s <= t; s += 32) {
            for (int half = 0; half < 32; half += TILE) {
              const int at = s + half;
              if (at > t) {
                for (int r = 0; r < TILE; r++) store16(ds + 32 * r + half, zero);
                continue;
              }
              tile_load(2, head->q.at + t * SIZE, 64);
              tile_load(3, keys.at + at * SIZE, 64);
              tile_zero(6);
              tile_add_product(6, 2, 3);
              tile_store(6, score, 64);
              tile_load(4, head->dout.at + t * SIZE, 64);
              tile_load(5, values.at + at * SIZE, 64);
              tile_zero(7);
              tile_add_product(7, 4, 5);
              tile_store(7, slope, 64);
              for (int r = 0; r < TILE; r++) {
                const __mmask16 seen = at == t ? (1u << (r + 1)) - 1 : 0xffff;
                const __m512 less = _mm512_set1_ps(sums[t + r]), dot = _mm512_set1_ps(head->dots[t + r]);
                const __m512 x = _mm512_fmsub_ps(_mm512_loadu_ps(score + 16 * r), scale, less);
                const __m512 d = _mm512_sub_ps(_mm512_loadu_ps(slope + 16 * r), dot);
                store16(ds + 32 * r + half, _mm512_maskz_mul_ps(seen, exp2_of(x), d));
              }
            }
            tile_load(2, ds, 64);
            tile_load(3, key_pairs.at + s * SIZE, 64);
            tile_add_product(0, 2, 3);
            tile_load(4, key_pairs.at + s * SIZE + 512, 64);
            tile_add_product(1, 2, 4);
          }
          tile_store(0, sum, 128);
          tile_store(1, sum + 16, 128);
          unrotate(sum, cos, sin, t, to + t * stride + h * SIZE, stride);
        }
      }
      for (int s = 0; s < length; s += TILE) { /* rows of keys and values */
        tile_zero(0);
        tile_zero(1);
        tile_zero(2);
        tile_zero(3);
        for (int n = 0; n < each; n++) {
          const Head *head = &group[n];
          const float *sums = lse + starts[i] * heads + (g * each + n) * length;
          for (int t = s / 32 * 32; t < length; t += 32) {
            for (int half = 0; half < 32; half += TILE) {
              const int at = t + half;
              if (at < s) {
                for (int r = 0; r < TILE; r++) store16(p + 32 * r + half, zero), store16(ds + 32 * r + half, zero);
                continue;
              }
              tile_zero(4);
              tile_load(6, k.at + s * SIZE, 64);
              tile_load(7, head->turned.at + at * SIZE, 64);
              tile_add_product(4, 6, 7);
              tile_store(4, score, 64);
              tile_zero(5);
              tile_load(6, v.at + s * SIZE, 64);
              tile_load(7, head->dout_turned.at + at * SIZE, 64);
              tile_add_product(5, 6, 7);
              tile_store(5, slope, 64);
              const __m512 less = _mm512_loadu_ps(sums + at), dots = _mm512_loadu_ps(head->dots + at);
              for (int r = 0; r < TILE; r++) {
                const __mmask16 sees = at == s ? 0xffff << r : 0xffff;
                const __m512 x = _mm512_fmsub_ps(_mm512_loadu_ps(score + 16 * r), scale, less);
                const __m512 d = _mm512_sub_ps(_mm512_loadu_ps(slope + 16 * r), dots);
                const __m512 weight = _mm512_maskz_mov_ps(sees, exp2_of(x));
                store16(p + 32 * r + half, weight);
                store16(ds + 32 * r + half, _mm512_mul_ps(weight, d));
              }
            }
            tile_load(6, ds, 64);
            tile_load(7, head->interleaved.at + t * SIZE, 64);
            tile_add_product(0, 6, 7);
            tile_load(7, head->interleaved.at + t * SIZE + 512, 64);
            tile_add_product(1, 6, 7);
            tile_load(6, p, 64);
            tile_load(7, head->dout_interleaved.at + t * SIZE, 64);
            tile_add_product(2, 6, 7);
            tile_load(7, head->dout_interleaved.at + t * SIZE + 512, 64);
            tile_add_product(3, 6, 7);
          }
        }
        tile_store(0, sum, 128);
        tile_store(1, sum + 16, 128);
        tile_store(2, sum2, 128);
        tile_store(3, sum2 + 16, 128);
        unrotate(sum, cos, sin, s, to + s * stride + (heads + g) * SIZE, stride);
        for (int r = 0; r < TILE; r++) {
          bf16 *row = to + (s + r) * stride + (heads + kv + g) * SIZE;
          store16(row, _mm512_loadu_ps(sum2 + 32 * r)), store16(row + 16, _mm512_loadu_ps(sum2 + 32 * r + 16));
        }
      }
    }
  }
  end(before);
}
