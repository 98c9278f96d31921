/* folder.h - a folder of the test's own with the names of two files in it. */
#ifndef FB_UNIT_FOLDER_H
#define FB_UNIT_FOLDER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static char dir[] = "/tmp/fb-unit.XXXXXX";
static char path[2][64];

static int
set_up(void **state)
{
	(void)state;
	if (!mkdtemp(dir))
		return -1;
	snprintf(path[0], sizeof path[0], "%s/a.xlsx", dir);
	snprintf(path[1], sizeof path[1], "%s/b.xlsx", dir);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unlink(path[0]);
	unlink(path[1]);
	return rmdir(dir); /* fails when a temporary file was left */
}

#endif
