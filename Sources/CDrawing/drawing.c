#include "drawing.h"

#include <dlfcn.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "libraries.h"

static struct libraries lib;

// MARK: Opening the libraries

static const char *open_libraries(void) {
  struct { const char *id, *file; void *handle; } files[] = {
      {"cairo", "libcairo.so.2", NULL},           {"pango", "libpango-1.0.so.0", NULL},
      {"pangocairo", "libpangocairo-1.0.so.0", NULL}, {"gobject", "libgobject-2.0.so.0", NULL},
      {"qrencode", "libqrencode.so.4", NULL},
  };
  const size_t count = sizeof files / sizeof *files;
  for (size_t i = 0; i < count; i++) {
    files[i].handle = dlopen(files[i].file, RTLD_NOW | RTLD_LOCAL);
    if (!files[i].handle) return files[i].file;
  }
#define LINLI_FIND(library, result, name, parameters)                              \
  for (size_t i = 0; i < count; i++) {                                             \
    if (strcmp(files[i].id, #library) != 0) continue;                            \
    void *found = dlsym(files[i].handle, #name);                                   \
    if (!found) return files[i].file;                                              \
    memcpy(&lib.name, &found, sizeof found);                                       \
  }
  LINLI_FUNCTIONS(LINLI_FIND)
  return NULL;
}

bool drawing_has_family(const char *family) {
  return lib.pango_font_map_get_family(lib.pango_cairo_font_map_get_default(), family) != NULL;
}

const char *drawing_missing(void) {
  static bool is_open = false;
  if (is_open) return NULL;
  const char *missing = open_libraries();
  if (missing) return missing;
  if (!drawing_has_family("Noto Sans CJK SC")) return "fonts";
  is_open = true;
  return NULL;
}

// MARK: The file

// Texts that were set lately: cards of one building differ in one line.
enum { KEPT = 256 };

struct kept {
  PangoLayout *layout;
  char *text;
  char *family;
  drawing_style style;
  double width, height;
  double set_height;
};

struct drawing {
  cairo_surface_t *surface;
  cairo_t *cairo;
  drawing_sink sink;
  void *context;
  struct kept kept[KEPT];
  /// The code that was drawn last, and what it holds.
  cairo_surface_t *code;
  uint8_t *code_bytes;
  size_t code_count;
};

static int write_bytes(void *context, const unsigned char *bytes, unsigned int count) {
  drawing *target = context;
  return target->sink(target->context, bytes, count) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

drawing *drawing_open(double width, double height, const char *title, drawing_sink sink, void *context) {
  drawing *target = calloc(1, sizeof *target);
  if (!target) return NULL;
  target->sink = sink;
  target->context = context;
  target->surface = lib.cairo_pdf_surface_create_for_stream(write_bytes, target, width, height);
  lib.cairo_pdf_surface_set_metadata(target->surface, CAIRO_PDF_METADATA_TITLE, title);
  target->cairo = lib.cairo_create(target->surface);
  return target;
}

void drawing_show_page(drawing *target) { lib.cairo_show_page(target->cairo); }

void drawing_set_size(drawing *target, double width, double height) {
  lib.cairo_pdf_surface_set_size(target->surface, width, height);
}

void drawing_translate(drawing *target, double x, double y) {
  lib.cairo_save(target->cairo);
  lib.cairo_translate(target->cairo, x, y);
}

void drawing_restore(drawing *target) { lib.cairo_restore(target->cairo); }

static void forget(struct kept *kept) {
  if (kept->layout) lib.g_object_unref(kept->layout);
  free(kept->text);
  free(kept->family);
  memset(kept, 0, sizeof *kept);
}

static void forget_code(drawing *target) {
  if (target->code) lib.cairo_surface_destroy(target->code);
  free(target->code_bytes);
  target->code = NULL;
  target->code_bytes = NULL;
}

const char *drawing_close(drawing *target) {
  for (int i = 0; i < KEPT; i++) forget(&target->kept[i]);
  forget_code(target);
  int status = lib.cairo_status(target->cairo);
  lib.cairo_destroy(target->cairo);
  lib.cairo_surface_finish(target->surface);
  if (status == CAIRO_STATUS_SUCCESS) status = lib.cairo_surface_status(target->surface);
  lib.cairo_surface_destroy(target->surface);
  free(target);
  return status == CAIRO_STATUS_SUCCESS ? NULL : lib.cairo_status_to_string(status);
}

// MARK: Texts

static void set_size(PangoLayout *layout, const drawing_style *style, double size) {
  PangoFontDescription *font = lib.pango_font_description_new();
  lib.pango_font_description_set_family(font, style->family);
  lib.pango_font_description_set_weight(font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  lib.pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  lib.pango_layout_set_font_description(layout, font);
  lib.pango_font_description_free(font);
}

static void size_of(PangoLayout *layout, double *width, double *height) {
  int w, h;
  lib.pango_layout_get_size(layout, &w, &h);
  *width = (double)w / PANGO_SCALE;
  *height = (double)h / PANGO_SCALE;
}

static PangoLayout *lay_out(drawing *target, const char *text, double width, const drawing_style *style) {
  PangoLayout *layout = lib.pango_cairo_create_layout(target->cairo);
  // Han characters have Chinese shapes, whatever the language of the system.
  PangoContext *context = lib.pango_layout_get_context(layout);
  lib.pango_context_set_language(context, lib.pango_language_from_string("zh-cn"));
  // Letters stand where the font wants them, not on the pixels of a screen.
  lib.pango_context_set_round_glyph_positions(context, 0);
  lib.pango_layout_context_changed(layout);
  set_size(layout, style, style->size);
  lib.pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  lib.pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
  // Pango's own numbers are 0 left, 1 centre, 2 right as well.
  lib.pango_layout_set_alignment(layout, style->align);
  lib.pango_layout_set_text(layout, text, -1);
  return layout;
}

double drawing_measure(drawing *target, const char *text, double width, const drawing_style *style, double *widest) {
  PangoLayout *layout = lay_out(target, text, width, style);
  double height;
  size_of(layout, widest, &height);
  lib.g_object_unref(layout);
  return height;
}

static bool fits(PangoLayout *layout, double width, double height, double *set_height) {
  double wide, high;
  size_of(layout, &wide, &high);
  *set_height = high;
  // A hundredth of a point is nothing that anybody sees.
  return wide <= width + 0.01 && high <= height + 0.01;
}

/// Makes a text smaller until it fits: the largest of sizes a twentieth apart.
static double shrink(PangoLayout *layout, double width, double height, const drawing_style *style) {
  double set_height, size = style->size;
  while (!fits(layout, width, height, &set_height) && size > 0.5) {
    size *= 0.95;
    set_size(layout, style, size);
  }
  return set_height;
}

static uint64_t hash(const char *text, double width, double height, const drawing_style *style) {
  uint64_t sum = 1469598103934665603u;
  for (const char *c = text; *c; c++) sum = (sum ^ (unsigned char)*c) * 1099511628211u;
  sum = (sum ^ (uint64_t)(width * 8)) * 1099511628211u;
  sum = (sum ^ (uint64_t)(height * 8)) * 1099511628211u;
  return (sum ^ (uint64_t)(style->size * 8 + style->bold)) * 1099511628211u;
}

static bool is_kept(const struct kept *kept, const char *text, double width, double height, const drawing_style *style) {
  return kept->layout && kept->width == width && kept->height == height && kept->style.size == style->size &&
         kept->style.bold == style->bold && kept->style.align == style->align && strcmp(kept->text, text) == 0 &&
         strcmp(kept->family, style->family) == 0;
}

double drawing_text(
    drawing *target, const char *text, double x, double y, double width, double height, const drawing_style *style) {
  struct kept *kept = &target->kept[(hash(text, width, height, style) >> 20) % KEPT];
  if (!is_kept(kept, text, width, height, style)) {
    forget(kept);
    kept->layout = lay_out(target, text, width, style);
    kept->set_height = shrink(kept->layout, width, height, style);
    kept->text = strdup(text);
    kept->family = strdup(style->family);
    kept->style = *style;
    kept->width = width;
    kept->height = height;
  }
  double room = height - kept->set_height;
  double top = style->valign == 1 ? room / 2 : style->valign == 2 ? room : 0;
  lib.cairo_set_source_rgb(target->cairo, style->gray, style->gray, style->gray);
  lib.cairo_move_to(target->cairo, x, y + fmax(0, top));
  lib.pango_cairo_show_layout(target->cairo, kept->layout);
  return kept->set_height;
}

// MARK: Lines, boxes, codes, pictures

void drawing_line(drawing *target, double x1, double y1, double x2, double y2, double width, double gray) {
  lib.cairo_set_source_rgb(target->cairo, gray, gray, gray);
  lib.cairo_set_line_width(target->cairo, width);
  lib.cairo_move_to(target->cairo, x1, y1);
  lib.cairo_line_to(target->cairo, x2, y2);
  lib.cairo_stroke(target->cairo);
}

void drawing_box(drawing *target, double x, double y, double width, double height, double line, double gray) {
  lib.cairo_set_source_rgb(target->cairo, gray, gray, gray);
  lib.cairo_rectangle(target->cairo, x, y, width, height);
  if (line > 0) {
    lib.cairo_set_line_width(target->cairo, line);
    lib.cairo_stroke(target->cairo);
  } else {
    lib.cairo_fill(target->cairo);
  }
}

/// A code of a level of error correction that says that its bytes are UTF-8: readers otherwise guess, and take short
/// Chinese texts for Japanese ones in Shift JIS (AIM ITS/04-023, extended channel 26).
static QRcode *encode(const uint8_t *bytes, size_t count, int level) {
  QRinput *input = lib.QRinput_new2(0, level);
  if (!input) return NULL;
  QRcode *code = NULL;
  if (lib.QRinput_appendECIheader(input, 26) == 0 && lib.QRinput_append(input, QR_MODE_8, (int)count, bytes) == 0) {
    code = lib.QRcode_encodeInput(input);
  }
  lib.QRinput_free(input);
  return code;
}

/// How many modules around a code stay white, as ISO/IEC 18004 wants, and how many dots across a module has: more than a
/// screen shows, which then draws grey edges, and not dots of different widths.
enum { QUIET = 4, DOTS = 4 };

/// A code as a picture. A PDF holds it in a bit for a dot; its squares as drawings would take ten times as long and as
/// much.
static cairo_surface_t *picture(const QRcode *code) {
  int size = (code->width + 2 * QUIET) * DOTS;
  cairo_surface_t *image = lib.cairo_image_surface_create(CAIRO_FORMAT_RGB24, size, size);
  unsigned char *dots = lib.cairo_image_surface_get_data(image);
  if (!dots) return image;
  int stride = lib.cairo_image_surface_get_stride(image);
  for (int y = 0; y < size; y++) {
    int row = y / DOTS - QUIET;
    unsigned char *line = dots + y * stride;
    memset(line, 0xFF, (size_t)size * 4);
    if (row < 0 || row >= code->width) continue;
    for (int column = 0; column < code->width; column++) {
      if (code->data[row * code->width + column] & 1) memset(line + (column + QUIET) * DOTS * 4, 0, DOTS * 4);
    }
  }
  lib.cairo_surface_mark_dirty(image);
  return image;
}

/// The picture of a code, which is kept: the doors of a building have one code.
static cairo_surface_t *code_of(drawing *target, const uint8_t *bytes, size_t count) {
  if (target->code && target->code_count == count && memcmp(target->code_bytes, bytes, count) == 0) return target->code;
  forget_code(target);
  QRcode *code = encode(bytes, count, QR_ECLEVEL_M);
  if (!code) code = encode(bytes, count, QR_ECLEVEL_L);
  if (!code) return NULL;
  target->code = picture(code);
  lib.QRcode_free(code);
  target->code_bytes = malloc(count);
  target->code_count = target->code_bytes ? count : 0;
  if (target->code_bytes) memcpy(target->code_bytes, bytes, count);
  return target->code;
}

bool drawing_code(drawing *target, const uint8_t *bytes, size_t count, double x, double y, double size) {
  cairo_surface_t *code = code_of(target, bytes, count);
  if (!code || lib.cairo_surface_status(code) != CAIRO_STATUS_SUCCESS) return false;
  double dot = size / lib.cairo_image_surface_get_width(code);
  lib.cairo_save(target->cairo);
  lib.cairo_translate(target->cairo, x, y);
  lib.cairo_scale(target->cairo, dot, dot);
  lib.cairo_set_source_surface(target->cairo, code, 0, 0);
  // Dots keep their edges.
  lib.cairo_pattern_set_filter(lib.cairo_get_source(target->cairo), CAIRO_FILTER_NEAREST);
  lib.cairo_paint(target->cairo);
  lib.cairo_restore(target->cairo);
  return true;
}

bool drawing_image(drawing *target, const char *path, double x, double y, double width, double height) {
  cairo_surface_t *image = lib.cairo_image_surface_create_from_png(path);
  bool is_read = lib.cairo_surface_status(image) == CAIRO_STATUS_SUCCESS;
  if (is_read) {
    double w = lib.cairo_image_surface_get_width(image), h = lib.cairo_image_surface_get_height(image);
    double scale = fmin(width / w, height / h);
    lib.cairo_save(target->cairo);
    lib.cairo_translate(target->cairo, x + (width - w * scale) / 2, y + (height - h * scale) / 2);
    lib.cairo_scale(target->cairo, scale, scale);
    lib.cairo_set_source_surface(target->cairo, image, 0, 0);
    lib.cairo_paint(target->cairo);
    lib.cairo_restore(target->cairo);
  }
  lib.cairo_surface_destroy(image);
  return is_read;
}
