#!/bin/sh
# One piece of a Slurm array: piece.sh WORK RECORDS [OPTION ...]. The part is
# written beside its name and renamed when it is whole, so that a task which is
# run again, on this node or another, leaves the same file.
work=$1 records=$2
shift 2
exec fb-metric "$@" --partial -o "$work/$SLURM_ARRAY_TASK_ID.part" \
    --range "$(sed -n "${SLURM_ARRAY_TASK_ID}p" "$work/ranges")" "$records"
