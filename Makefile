# fb-tools: make, make report, make check, make install; see README.md
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share/fb-tools
MANDIR ?= $(PREFIX)/share/man
TEXTCATDIR ?= /usr/share/libexttextcat
VERSION := 0.1.0
B ?= build$(if $(SAN),-san)

CC ?= cc
CFLAGS ?= -O2 -g
PACKAGES := gmime-3.0 cairo pangocairo pangofc icu-i18n icu-uc libarchive libxml-2.0 zlib gsl nettle libxxhash libexttextcat
PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
override CPPFLAGS += -Ilib -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE \
	-DFB_VERSION='"$(VERSION)"' -DFB_DATADIR='"$(DATADIR)"' \
	-DFB_TEXTCAT_DIR='"$(TEXTCATDIR)"' \
	$(PACKAGE_CFLAGS)
override CFLAGS += -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla -ffp-contract=off
LDLIBS += -Wl,--as-needed $(PACKAGE_LIBS) \
	-lxlsxwriter -lcsv -lm
ifdef SAN
override CFLAGS += -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
override LDFLAGS += -fsanitize=address,undefined
export LSAN_OPTIONS := suppressions=$(CURDIR)/tests/lsan.supp:print_suppressions=0
export ASAN_OPTIONS := fast_unwind_on_malloc=0
endif

TOOLS := $(notdir $(wildcard cmd/fb-*))
LIB_O := $(patsubst %.c,$(B)/%.o,$(wildcard lib/*/*.c))
BINS := $(TOOLS:%=$(B)/bin/%)
UNITS := $(patsubst tests/%.c,$(B)/tests/%,$(wildcard $(addprefix tests/,$(addsuffix /*.c,unit data-unit bench fuzz))))
NEED := sh share/need.sh

all: $(BINS)

.SECONDEXPANSION:
.DELETE_ON_ERROR:
.SECONDARY:
$(B)/bin/%: $$(addprefix $(B)/,$$(addsuffix .o,$$(basename $$(wildcard cmd/$$*/*.c)))) $(B)/libfb.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(B)/libfb.a: $(LIB_O)
	rm -f $@ && $(AR) qcsD $@ $^

$(B)/tests/%: tests/%.c $(B)/libfb.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -MMD -MP -o $@ $< $(B)/libfb.a $(LDLIBS) -lcmocka -ljansson

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

units: $(UNITS)

# The two commands. Each first installs what is missing, then starts make anew,
# so that the flags above are read on the machine as it then is.
report:
	@$(NEED) build report
	@$(MAKE) --no-print-directory examples

examples: all
	@set -e; for dir in examples/*/; do \
		$(MAKE) --no-print-directory -C $$dir OUT='$(CURDIR)/build/report' \
			BIN='$(CURDIR)/$(B)/bin'; done

check:
	@$(NEED) build report check
	@$(MAKE) --no-print-directory check-here

check-here: all units examples lint
	PATH='$(CURDIR)/$(B)/bin':"$$PATH" B='$(CURDIR)/$(B)' sh tests/run.sh tests

check-data:
	@$(NEED) build report check data
	@$(MAKE) --no-print-directory check-data-here

check-data-here: all units
	PATH='$(CURDIR)/$(B)/bin':"$$PATH" B='$(CURDIR)/$(B)' sh tests/run.sh tests/with-data

lint: $(B)/libfb.a
	sh tests/layers.sh
	sh tests/symbols.sh $(B)/libfb.a
	mandoc -Tlint -W warning cmd/*/*.1 share/man/*.[57]

bench:
	@$(NEED) build check bench
	@$(MAKE) --no-print-directory bench-here

bench-here: all units
	PATH='$(CURDIR)/$(B)/bin':"$$PATH" B='$(CURDIR)/$(B)' sh tests/bench/run.sh
	B='$(CURDIR)/$(B)' sh tests/bench/sample.sh
	B='$(CURDIR)/$(B)' sh tests/bench/anecdote.sh
	B='$(CURDIR)/$(B)' sh tests/bench/scale.sh
	B='$(CURDIR)/$(B)' bash tests/bench/hosts.sh
	B='$(CURDIR)/$(B)' sh tests/bench/ingest.sh
	B='$(CURDIR)/$(B)' sh tests/bench/ingest_json.sh
	PATH='$(CURDIR)/$(B)/bin':"$$PATH" python3 tests/bench/mail.py
	B='$(CURDIR)/$(B)' sh tests/bench/table.sh
	B='$(CURDIR)/$(B)' sh tests/bench/chart.sh

install: all
	install -d $(DESTDIR)$(BINDIR) $(addprefix $(DESTDIR)$(MANDIR)/man,1 5 7) $(DESTDIR)$(DATADIR)
	install -m 755 $(BINS) $(DESTDIR)$(BINDIR)
	install -m 644 cmd/*/*.1 $(DESTDIR)$(MANDIR)/man1
	install -m 644 share/man/*.5 $(DESTDIR)$(MANDIR)/man5
	install -m 644 share/man/*.7 $(DESTDIR)$(MANDIR)/man7
	cp -R $(filter-out share/man share/need.sh,$(wildcard share/*)) $(DESTDIR)$(DATADIR)

clean:
	rm -rf build build-san

-include $(shell find $(B) -name '*.d' 2>/dev/null)
.PHONY: all units report examples check check-here check-data check-data-here lint bench bench-here install clean
