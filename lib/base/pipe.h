/* pipe.h - room between two programs. */
#ifndef FB_BASE_PIPE_H
#define FB_BASE_PIPE_H

/* Let the pipe that fd is an end of hold 1 MiB, if the system allows it: with
 * the usual 64 KiB its two programs take turns, each asleep while the other
 * moves a small block. Nothing happens to what is no pipe or holds more. */
void fb_pipe_widen(int fd);

#endif
