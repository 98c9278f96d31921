/* gmime.h - GMime's calls, opened when the first mail comes.
 *
 * Private to this room: with mail.c and mail_words.c the only door to GMime. The
 * library, and GLib behind it, is opened at run time, because a run without mail
 * should not pay for it: it is 2 ms and 2 MB. Every call stands in gm under its
 * own name without g_mime_ or g_ in front. */
#ifndef FB_INGEST_GMIME_H
#define FB_INGEST_GMIME_H

#include <gmime/gmime.h>

#define FB_GMIME_CALLS(X) \
	X(init, g_mime_init) \
	X(options_new, g_mime_parser_options_new) \
	X(options_fallback, g_mime_parser_options_set_fallback_charsets) \
	X(mem_new, g_mime_stream_mem_new) \
	X(mem_with, g_mime_stream_mem_new_with_buffer) \
	X(mem_bytes, g_mime_stream_mem_get_byte_array) \
	X(parser_new, g_mime_parser_new_with_stream) \
	X(parser_message, g_mime_parser_construct_message) \
	X(headers, g_mime_object_get_header_list) \
	X(header, g_mime_header_list_get_header) \
	X(raw_value, g_mime_header_get_raw_value) \
	X(unfold, g_mime_utils_header_unfold) \
	X(decode_text, g_mime_utils_header_decode_text) \
	X(mime_part, g_mime_message_get_mime_part) \
	X(count, g_mime_multipart_get_count) \
	X(part, g_mime_multipart_get_part) \
	X(prologue, g_mime_multipart_get_prologue) \
	X(content_id, g_mime_object_get_content_id) \
	X(multipart_type, g_mime_multipart_get_type) \
	X(part_type, g_mime_part_get_type) \
	X(is_a, g_type_check_instance_is_a) \
	X(content_type, g_mime_object_get_content_type) \
	X(is_type, g_mime_content_type_is_type) \
	X(parameter, g_mime_content_type_get_parameter) \
	X(disposition, g_mime_object_get_disposition) \
	X(content, g_mime_part_get_content) \
	X(write_to, g_mime_data_wrapper_write_to_stream) \
	X(unref, g_object_unref) \
	X(free, g_free)

struct fb_gmime {
#define FB_GMIME_CALL(name, call) __typeof__(&call) name;
	FB_GMIME_CALLS(FB_GMIME_CALL)
#undef FB_GMIME_CALL
};

/* NULL, or why it cannot be opened; *gm stays valid until the process ends. */
const char *fb_gmime_open(const struct fb_gmime **gm);

#endif
