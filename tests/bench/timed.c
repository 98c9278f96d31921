/* timed.c - run a command and tell what it took: timed FILE COMMAND [ARG ...].
 *
 * Appends "SECONDS PEAK_KIB CPU_SECONDS" to FILE and ends with the command's status. */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

int
main(int argc, char **argv)
{
	FILE *to = argc > 2 ? fopen(argv[1], "a") : NULL;
	double from = now();
	struct rusage used;
	int status;
	pid_t child;

	if (!to) {
		fprintf(stderr, "usage: timed FILE COMMAND [ARG ...]\n");
		return 2;
	}
	child = fork();
	if (child == 0) {
		execvp(argv[2], argv + 2);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &used) < 0)
		return 3;
	fprintf(to, "%.4f %ld %.4f\n", now() - from, used.ru_maxrss,
	    seconds(used.ru_utime) + seconds(used.ru_stime));
	if (fclose(to))
		return 3;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 3;
}
