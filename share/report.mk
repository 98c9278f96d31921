# report.mk - from an export to a report in PDF and XLSX, for a Makefile to
# include. It sets, before the include:
#
# NAME     of the report: $(OUT)/NAME.pdf and NAME.xlsx
# SOURCE   the exports
# PROFILE  what their columns mean, for fb-ingest -p; none: found by the header
# PERIODS  what is reported on; the variable that is named like a period holds
#          the options of fb-metric for it, as in: 2026-10 = --per month -m nps;
#          fb-anecdote gets those that begin with --where= as well
# LETTERS  options of fb-sample for letters to be read whole; none: no letters
# SEED     of quotes and letters; else the period, so that nobody chooses it
# LABELS   names, notes and titles (default labels.ndjson)
# QUOTES   for each cell (default 6)
# LEDGER   last month's workbook: what was answered in it is kept
# MAX_BAD  how much of the input may be bad (default 0.1%)
# SHARDS   into how many pieces numbers and letters are counted and drawn (default
#          1); the report is the same, byte for byte
# RUN      what runs a piece elsewhere, such as 'srun -Q -n1' or a script of ssh;
#          it needs the tools in its PATH and these files under these names
# BIN      the folder of the tools; none: they are found by PATH
# OUT      where the report goes (default build/report); what is made on the
#          way stands beside it, in stream/NAME
#
# 'make verify' has fb-verify prove the workbook, its quotes, draws and numbers
# from the records.
#
# Without PERIODS it only gives its variables and 'all' for other rules.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -ec
.DELETE_ON_ERROR:

LABELS ?= labels.ndjson
QUOTES ?= 6
MAX_BAD ?= 0.1%
SHARDS ?= 1
RUN ?=
OUT ?= build/report
STREAM ?= $(dir $(OUT))stream/$(NAME)
BAD := --max-bad $(MAX_BAD)

ifdef BIN
export PATH := $(BIN):$(PATH)
tool = $(wildcard $(addprefix $(BIN)/,$1))
endif

all:

ifdef PERIODS
REPORT := $(OUT)/$(NAME).pdf $(OUT)/$(NAME).xlsx
PAIRED := $(PERIODS:%=$(STREAM)/paired-%.ndjson)
DRAWN := $(if $(LETTERS),$(PERIODS:%=$(STREAM)/letters-%.ndjson))
seed = $(or $(SEED),$*)

all: $(REPORT)

$(STREAM)/records.ndjson: $(SOURCE) $(wildcard $(PROFILE)) \
		$(call tool,fb-ingest fb-redact) $(MAKEFILE_LIST)
	@mkdir -p $(@D)
	fb-ingest $(BAD) $(PROFILE:%=-p %) $(SOURCE) | fb-redact $(BAD) -o $@

numbers = fb-metric $(BAD) --period $* $($*)
draw = fb-sample $(BAD) $(LETTERS) -s $(seed) --period $*

ifeq ($(SHARDS),1)
$(STREAM)/metrics-%.ndjson: $(STREAM)/records.ndjson $(call tool,fb-metric)
	$(numbers) -o $@ $<

$(STREAM)/letters-%.ndjson: $(STREAM)/records.ndjson $(call tool,fb-sample)
	$(draw) -o $@ $<
else
PIECES := $(shell seq $(SHARDS))

# The bytes of each piece, OFFSET:LENGTH a line, and the trail of what is cut.
$(STREAM)/ranges: $(STREAM)/records.ndjson
	size=$$(stat -c %s $<); each=$$((size / $(SHARDS) + 1)); \
	for n in $(PIECES); do echo $$(((n - 1) * each)):$$each; done > $@
$(STREAM)/sent.ndjson: $(STREAM)/records.ndjson
	tail -n 20 $< | grep '^{"fb":"trail"' > $@

define piece
$(STREAM)/$1/metrics-%.part: $(STREAM)/ranges $(call tool,fb-metric)
	@mkdir -p $$(@D)
	$$(RUN) $$(numbers) --partial --range $$$$(sed -n $1p $$<) -o $$@ \
		$(STREAM)/records.ndjson
$(STREAM)/$1/letters-%.part: $(STREAM)/ranges $(call tool,fb-sample)
	@mkdir -p $$(@D)
	$$(RUN) $$(draw) --partial --range $$$$(sed -n $1p $$<) -o $$@ \
		$(STREAM)/records.ndjson
endef
$(foreach n,$(PIECES),$(eval $(call piece,$n)))

# A piece that is missing, doubled or changed ends these with status 3.
$(STREAM)/metrics-%.ndjson: $(STREAM)/sent.ndjson \
		$(PIECES:%=$(STREAM)/%/metrics-%.part)
	$(numbers) --manifest $< -o $@ $(filter %.part,$^)

$(STREAM)/letters-%.ndjson: $(STREAM)/sent.ndjson \
		$(PIECES:%=$(STREAM)/%/letters-%.part)
	$(draw) --manifest $< -o $@ $(filter %.part,$^)
endif

$(STREAM)/paired-%.ndjson: $(STREAM)/metrics-%.ndjson $(call tool,fb-anecdote)
	fb-anecdote $(BAD) -n $(QUOTES) -s $(seed) --period $* \
		$(filter --where=%,$($*)) -o $@ \
		$< $(STREAM)/records.ndjson

$(OUT)/%.pdf: $(LABELS) $(PAIRED) $(DRAWN) $(call tool,fb-chart)
	@mkdir -p $(@D)
	fb-chart -o $@ --workbook $*.xlsx $(LABELS) $(PAIRED) $(DRAWN)

$(OUT)/%.xlsx: $(LABELS) $(PAIRED) $(DRAWN) $(STREAM)/records.ndjson $(LEDGER) \
		$(call tool,fb-xlsx)
	@mkdir -p $(@D)
	fb-xlsx $(LEDGER:%=--ledger %) -o $@ $(LABELS) $(PAIRED) $(DRAWN) $(STREAM)/records.ndjson

verify: $(REPORT)
	fb-verify --workbook $(OUT)/$(NAME).xlsx $(LABELS) $(PAIRED) $(DRAWN) \
		$(STREAM)/records.ndjson
endif

.PHONY: all verify
.SECONDARY:
