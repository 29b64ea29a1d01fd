#define _GNU_SOURCE
#include "start.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// What opening an office and answering one question takes of the heap.
enum { HEAP = 3 << 19 };

void linli_prepare_memory(void) {
  // The heap grows by this much when next it has to, and stays so when it is freed: small blocks make it grow. Told one
  // size, the C library no longer finds the others by itself; these are the ones that it would come to.
  mallopt(M_TOP_PAD, HEAP);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  char *end = sbrk(0);
  void *blocks[64];
  size_t count = 0;
  while (count < sizeof blocks / sizeof *blocks && sbrk(0) == end) blocks[count++] = malloc(16 << 10);
  while (count) free(blocks[--count]);
  const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  const uintptr_t first = ((uintptr_t)end + page - 1) & ~(page - 1);
  if ((uintptr_t)sbrk(0) >= first + HEAP) madvise((void *)first, HEAP, MADV_POPULATE_WRITE);
}
