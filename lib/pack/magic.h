/* magic.h - tell a packing by the first bytes. */
#ifndef FB_PACK_MAGIC_H
#define FB_PACK_MAGIC_H

#include "pack/stream.h"

enum { FB_MAGIC = 10 }; /* as many bytes tell them all apart */

/* head is the first FB_MAGIC bytes, or all there are. */
enum fb_packing fb_packing_of(fb_str head);

#endif
