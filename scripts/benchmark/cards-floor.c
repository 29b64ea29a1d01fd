// The floor of W4: draws COUNT cards of 90 by 54 mm, ten to a sheet of A4, with one Pango layout for each, and does
// nothing else. usage: cards-floor COUNT > cards.pdf
#include <pango/pangocairo.h>
#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>

static cairo_status_t put(void *file, const unsigned char *bytes, unsigned int count) {
  return fwrite(bytes, 1, count, file) == count ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

int main(int argc, char **argv) {
  int count = argc > 1 ? atoi(argv[1]) : 10000;
  const double mm = 72 / 25.4;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(put, stdout, 210 * mm, 297 * mm);
  cairo_t *cairo = cairo_create(surface);
  PangoFontDescription *font = pango_font_description_from_string("Noto Sans CJK SC 7");
  for (int i = 0; i < count; i++) {
    if (i > 0 && i % 10 == 0) cairo_show_page(cairo);
    char text[1000];
    snprintf(
        text, sizeof text,
        "网格化服务管理联系卡\n示例街道示例社区 一网格%d栋\n网格长 （空缺） 0731-56780000\n网格管理员 （空缺） 0731-56780000\n"
        "楼栋长 （空缺） 0731-56780000\n社区辅警 （空缺） 0731-56780000\n服务 咨询代办·隐患上报·纠纷调解\n"
        "热线 0731-56780000 监督 0731-56780000 紧急 110 119 120 ｜ 政务 12345\n第1版，2020-07-01 制，内容有变以最新版为准\n%d单元%d室",
        i / 100 + 1, i % 4 + 1, i % 30 * 100 + 101);
    PangoLayout *layout = pango_cairo_create_layout(cairo);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, 84 * mm * PANGO_SCALE);
    pango_layout_set_text(layout, text, -1);
    cairo_move_to(cairo, (15 + 90 * (i % 2) + 3) * mm, (13.5 + 54 * (i % 10 / 2) + 3) * mm);
    pango_cairo_show_layout(cairo, layout);
    g_object_unref(layout);
  }
  cairo_show_page(cairo);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  return cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
