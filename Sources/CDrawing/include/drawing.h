#ifndef LINLI_DRAWING_H
#define LINLI_DRAWING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A PDF being drawn with Pango, Cairo and libqrencode. The libraries are opened when the first PDF is asked for, so that
// a program pays for them only then and runs without them (docs/decisions/0014-pdf-libraries-are-opened-when-needed.md).
// Lengths are points (1/72 inch) from the upper left corner.

typedef struct drawing drawing;

/// Takes the next bytes of the file; returns whether it could.
typedef bool (*drawing_sink)(void *context, const uint8_t *bytes, size_t count);

/// How a text looks.
typedef struct {
  /// Its font family.
  const char *family;
  /// Its size in points, unless it has to be smaller to fit.
  double size;
  bool bold;
  /// 0 left, 1 in the middle, 2 right.
  int align;
  /// 0 at the top of its box, 1 in the middle, 2 at the bottom.
  int valign;
  /// From 0, black, to 1, white.
  double gray;
} drawing_style;

/// Opens the libraries.
///
/// Returns nothing, or the name of the one that is missing; "fonts" if no font has Chinese characters.
const char *drawing_missing(void);

/// Whether there is a font family of a name.
bool drawing_has_family(const char *family);

/// Begins a file; its pages have this size until another is given. Nothing if there is no memory.
drawing *drawing_open(double width, double height, const char *title, drawing_sink sink, void *context);

/// Ends the page.
void drawing_show_page(drawing *target);

/// Sets the size of this page, nothing being on it yet, and of those that follow.
void drawing_set_size(drawing *target, double width, double height);

/// Puts the origin elsewhere until `drawing_restore`.
void drawing_translate(drawing *target, double x, double y);
void drawing_restore(drawing *target);

/// How high a text is when it is broken at a width, in its own size; `widest` gets the width that it takes.
double drawing_measure(drawing *target, const char *text, double width, const drawing_style *style, double *widest);

/// Draws a text into a box, broken into lines and made smaller until all of it fits. Returns its height.
double drawing_text(
    drawing *target, const char *text, double x, double y, double width, double height, const drawing_style *style);

/// Draws a line.
void drawing_line(drawing *target, double x1, double y1, double x2, double y2, double width, double gray);

/// Fills a box, or draws its edge if `line` is more than 0.
void drawing_box(drawing *target, double x, double y, double width, double height, double line, double gray);

/// Draws a QR code that holds bytes. Returns false if they are too many.
bool drawing_code(drawing *target, const uint8_t *bytes, size_t count, double x, double y, double size);

/// Draws a picture of the format PNG into a box, its sides in proportion. Returns false if it cannot be read.
bool drawing_image(drawing *target, const char *path, double x, double y, double width, double height);

/// Ends the file and frees everything. Returns nothing, or what went wrong.
const char *drawing_close(drawing *target);

#endif
