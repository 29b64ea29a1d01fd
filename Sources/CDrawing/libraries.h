#ifndef LINLI_LIBRARIES_H
#define LINLI_LIBRARIES_H

// The functions of Cairo, Pango, GObject and libqrencode that drawing.c calls, with the types of their stable binary
// interfaces: enumerations as int, objects as pointers to something unknown.

#include <stdint.h>

typedef struct cairo cairo_t;
typedef struct cairo_surface cairo_surface_t;
typedef struct cairo_pattern cairo_pattern_t;
typedef struct pango_layout PangoLayout;
typedef struct pango_context PangoContext;
typedef struct pango_font_description PangoFontDescription;
typedef struct pango_font_map PangoFontMap;
typedef struct pango_font_family PangoFontFamily;
typedef struct { int version, width; unsigned char *data; } QRcode;
typedef struct qr_input QRinput;
typedef int (*cairo_write)(void *, const unsigned char *, unsigned int);

enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_WRITE_ERROR = 11 };
enum { CAIRO_PDF_METADATA_TITLE = 0, CAIRO_FORMAT_RGB24 = 1, CAIRO_FILTER_NEAREST = 3 };
enum { PANGO_SCALE = 1024, PANGO_WRAP_WORD_CHAR = 2, PANGO_WEIGHT_NORMAL = 400, PANGO_WEIGHT_BOLD = 700 };
enum { QR_ECLEVEL_L = 0, QR_ECLEVEL_M = 1, QR_MODE_8 = 2 };

// library, result, name, parameters
#define LINLI_FUNCTIONS(F) \
  F(cairo, cairo_surface_t *, cairo_pdf_surface_create_for_stream, (cairo_write, void *, double, double)) \
  F(cairo, void, cairo_pdf_surface_set_size, (cairo_surface_t *, double, double)) \
  F(cairo, void, cairo_pdf_surface_set_metadata, (cairo_surface_t *, int, const char *)) \
  F(cairo, cairo_surface_t *, cairo_image_surface_create, (int, int, int)) \
  F(cairo, cairo_surface_t *, cairo_image_surface_create_from_png, (const char *)) \
  F(cairo, unsigned char *, cairo_image_surface_get_data, (cairo_surface_t *)) \
  F(cairo, int, cairo_image_surface_get_stride, (cairo_surface_t *)) \
  F(cairo, int, cairo_image_surface_get_width, (cairo_surface_t *)) \
  F(cairo, int, cairo_image_surface_get_height, (cairo_surface_t *)) \
  F(cairo, void, cairo_surface_mark_dirty, (cairo_surface_t *)) \
  F(cairo, void, cairo_surface_finish, (cairo_surface_t *)) \
  F(cairo, void, cairo_surface_destroy, (cairo_surface_t *)) \
  F(cairo, int, cairo_surface_status, (cairo_surface_t *)) \
  F(cairo, cairo_t *, cairo_create, (cairo_surface_t *)) \
  F(cairo, void, cairo_destroy, (cairo_t *)) \
  F(cairo, int, cairo_status, (cairo_t *)) \
  F(cairo, const char *, cairo_status_to_string, (int)) \
  F(cairo, void, cairo_show_page, (cairo_t *)) \
  F(cairo, void, cairo_save, (cairo_t *)) \
  F(cairo, void, cairo_restore, (cairo_t *)) \
  F(cairo, void, cairo_translate, (cairo_t *, double, double)) \
  F(cairo, void, cairo_scale, (cairo_t *, double, double)) \
  F(cairo, void, cairo_set_source_rgb, (cairo_t *, double, double, double)) \
  F(cairo, void, cairo_set_source_surface, (cairo_t *, cairo_surface_t *, double, double)) \
  F(cairo, cairo_pattern_t *, cairo_get_source, (cairo_t *)) \
  F(cairo, void, cairo_pattern_set_filter, (cairo_pattern_t *, int)) \
  F(cairo, void, cairo_set_line_width, (cairo_t *, double)) \
  F(cairo, void, cairo_move_to, (cairo_t *, double, double)) \
  F(cairo, void, cairo_line_to, (cairo_t *, double, double)) \
  F(cairo, void, cairo_rectangle, (cairo_t *, double, double, double, double)) \
  F(cairo, void, cairo_stroke, (cairo_t *)) \
  F(cairo, void, cairo_fill, (cairo_t *)) \
  F(cairo, void, cairo_paint, (cairo_t *)) \
  F(pangocairo, PangoFontMap *, pango_cairo_font_map_get_default, (void)) \
  F(pangocairo, PangoLayout *, pango_cairo_create_layout, (cairo_t *)) \
  F(pangocairo, void, pango_cairo_show_layout, (cairo_t *, PangoLayout *)) \
  F(pango, PangoFontFamily *, pango_font_map_get_family, (PangoFontMap *, const char *)) \
  F(pango, PangoFontDescription *, pango_font_description_new, (void)) \
  F(pango, void, pango_font_description_free, (PangoFontDescription *)) \
  F(pango, void, pango_font_description_set_family, (PangoFontDescription *, const char *)) \
  F(pango, void, pango_font_description_set_weight, (PangoFontDescription *, int)) \
  F(pango, void, pango_font_description_set_absolute_size, (PangoFontDescription *, double)) \
  F(pango, PangoContext *, pango_layout_get_context, (PangoLayout *)) \
  F(pango, void, pango_context_set_language, (PangoContext *, void *)) \
  F(pango, void, pango_context_set_round_glyph_positions, (PangoContext *, int)) \
  F(pango, void *, pango_language_from_string, (const char *)) \
  F(pango, void, pango_layout_set_text, (PangoLayout *, const char *, int)) \
  F(pango, void, pango_layout_set_font_description, (PangoLayout *, const PangoFontDescription *)) \
  F(pango, void, pango_layout_set_width, (PangoLayout *, int)) \
  F(pango, void, pango_layout_set_wrap, (PangoLayout *, int)) \
  F(pango, void, pango_layout_set_alignment, (PangoLayout *, int)) \
  F(pango, void, pango_layout_context_changed, (PangoLayout *)) \
  F(pango, void, pango_layout_get_size, (PangoLayout *, int *, int *)) \
  F(gobject, void, g_object_unref, (void *)) \
  F(qrencode, QRinput *, QRinput_new2, (int, int)) \
  F(qrencode, int, QRinput_appendECIheader, (QRinput *, unsigned int)) \
  F(qrencode, int, QRinput_append, (QRinput *, int, int, const unsigned char *)) \
  F(qrencode, void, QRinput_free, (QRinput *)) \
  F(qrencode, QRcode *, QRcode_encodeInput, (QRinput *)) \
  F(qrencode, void, QRcode_free, (QRcode *))

#define LINLI_FIELD(library, result, name, parameters) result(*name) parameters;

/// The functions, once they are there.
struct libraries {
  LINLI_FUNCTIONS(LINLI_FIELD)
};

#endif
