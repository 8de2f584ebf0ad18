# liantu: make demo | test | install | help

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
DATASET ?= Data/huludao-2023
SCRATCH ?= .build

UNAME := $(shell uname -s)
# A static standard library makes the binary run where no Swift toolchain is; macOS has its own.
RELEASE_FLAGS := $(if $(filter Linux,$(UNAME)),--static-swift-stdlib)
RELEASE := $(SWIFT) build --scratch-path $(SCRATCH) -c release $(RELEASE_FLAGS)
# Neither optimised nor with facts for a debugger: a third of the release's time, for the first look.
QUICK := $(SWIFT) build --scratch-path $(SCRATCH)/quick -c release -Xswiftc -Onone -Xswiftc -gnone \
  --disable-index-store
STRICT := -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error
LIANTU = $(shell $(RELEASE) --show-bin-path)/liantu
QUICK_LIANTU = $(shell $(QUICK) --show-bin-path)/liantu

DEBIAN_PACKAGES := pkg-config libgraphviz-dev libyaml-dev libxlsxwriter-dev zlib1g-dev \
  libzip-dev libexpat1-dev libsqlite3-dev fonts-noto-cjk
BREW_PACKAGES := pkg-config graphviz libyaml libxlsxwriter zlib libzip expat sqlite
# What the tests read workbooks with, and the browser that they drive.
TEST_PACKAGES := python3-openpyxl python3-venv chromium
TEST_TOOLS := playwright==1.65.2 schemathesis==4.32.5 networkx==3.6.1 rdflib==7.6.0 kuzu==0.11.3
# From `swift package describe`, drawn by the program; without --write it is compared.
ARCHITECTURE = SWIFT="$(SWIFT)" python3 Tests/Architecture/draw_architecture.py \
  "$$($(SWIFT) build --scratch-path $(SCRATCH) --show-bin-path)/liantu" $(SCRATCH)/architecture
SWIFT_FILES := Package.swift Sources Tests

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests build quick demo test browse try-server try-exports try-writes loops fuzz fuzz-readers bench bench-serve bench-attach bench-loop walls architecture try-architecture lint strict gallery docs manual install uninstall clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install the system libraries that are missing
	@if pkg-config --exists libgvc yaml-0.1 xlsxwriter zlib libzip expat sqlite3 2>/dev/null \
	    && { [ "$(UNAME)" != Linux ] || fc-list :lang=zh 2>/dev/null | grep -q .; }; then \
	  exit 0; \
	elif [ "$(UNAME)" = Darwin ] && command -v brew >/dev/null; then \
	  brew install $(BREW_PACKAGES); \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  apt-get update && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(DEBIAN_PACKAGES); \
	elif command -v apt-get >/dev/null; then \
	  echo "Some libraries are missing. Run this, then make again:"; \
	  echo "  sudo apt-get update && sudo apt-get install -y $(DEBIAN_PACKAGES)"; \
	  exit 1; \
	else \
	  echo "Some libraries are missing: Graphviz (libgvc), libyaml, libxlsxwriter, zlib, libzip, expat, SQLite, pkg-config, a Chinese font."; \
	  echo "With Homebrew: brew install $(BREW_PACKAGES)"; \
	  exit 1; \
	fi

setup-tests: $(SCRATCH)/browser/ready ## Install what only the tests need

# Playwright brings no browser of its own here: it drives the system's.
$(SCRATCH)/browser/ready: Makefile | test-packages
	python3 -m venv $(SCRATCH)/browser
	$(SCRATCH)/browser/bin/pip install --quiet --disable-pip-version-check $(TEST_TOOLS)
	@touch $@

.PHONY: test-packages
test-packages:
	@for python in python3 /usr/bin/python3; do \
	  if $$python -c 'import openpyxl, venv' 2>/dev/null && command -v chromium >/dev/null; \
	  then exit 0; fi; \
	done; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  apt-get update && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(TEST_PACKAGES); \
	elif command -v apt-get >/dev/null; then \
	  echo "The tests read workbooks with openpyxl and drive chromium. Run this, then make again:"; \
	  echo "  sudo apt-get update && sudo apt-get install -y $(TEST_PACKAGES)"; \
	  exit 1; \
	else \
	  echo "The tests read workbooks with openpyxl and drive chromium. Install both, then make again:"; \
	  echo "  python3 -m pip install openpyxl"; \
	  exit 1; \
	fi

build: setup ## Build the release
	$(RELEASE) --product liantu

quick: setup
	$(QUICK) --product liantu

demo: quick ## Check the data, draw the gallery, print gaps and duties
	@echo; echo "== The data set"
	@$(QUICK_LIANTU) check --dataset $(DATASET) > $(SCRATCH)/demo-check.txt \
	  || { cat $(SCRATCH)/demo-check.txt; exit 1; }
	@tail -n 1 $(SCRATCH)/demo-check.txt
	@$(QUICK_LIANTU) stats --dataset $(DATASET)
	@echo; echo "== The gaps"
	@$(QUICK_LIANTU) gaps --dataset $(DATASET)
	@echo; echo "== What 市工业和信息化局 leads"
	@$(QUICK_LIANTU) duties 市工信局 --role lead --dataset $(DATASET)
	@echo; echo "== The pictures"
	@$(QUICK_LIANTU) gallery Graphs/gallery.yaml --dataset $(DATASET) --lang zh
	@ls -1 $(CURDIR)/Graphs/*.svg

gallery: quick ## Draw the gallery into Graphs
	$(QUICK_LIANTU) gallery Graphs/gallery.yaml --dataset $(DATASET) --lang zh

walls: ## Check that each target imports only what is above it, and what import Liantu shows
	python3 Tests/Architecture/check_walls.py
	python3 Tests/Architecture/check_face.py

# The programs that the strict build left draw it: no picture waits for a release.
architecture: strict ## Draw the targets of the package into Graphs/architecture.svg
	$(ARCHITECTURE) --write

try-architecture: ## Check that the drawing of the targets is what they look like
	$(ARCHITECTURE)

lint: ## Check the format
	$(SWIFT) format lint --strict --recursive $(SWIFT_FILES)

strict: setup ## Build everything, a warning being an error
	$(SWIFT) build --scratch-path $(SCRATCH) --build-tests $(STRICT)

test: setup setup-tests walls lint strict ## Lint, build strictly, run all tests, build the documentation
	$(SWIFT) test --scratch-path $(SCRATCH) --skip-build $(STRICT)
	@$(MAKE) --no-print-directory try-architecture docs browse try-server try-exports try-writes

# The program that the strict build left; the jobs are the same for a report and for a server.
browse: setup-tests ## Drive the report in a browser, the network cut off
	$$($(SWIFT) build --scratch-path $(SCRATCH) --show-bin-path)/liantu report \
	  --dataset Data/huludao-2023 --lang zh -o $(SCRATCH)/report.html
	$(SCRATCH)/browser/bin/python Tests/Explorer/Browser/browse.py "file://$(abspath $(SCRATCH))/report.html"

try-server: setup-tests ## Ask the server whatever its OpenAPI document allows; drive its pages in a browser
	$(SCRATCH)/browser/bin/python Tests/Explorer/Server/try_server.py \
	  "$$($(SWIFT) build --scratch-path $(SCRATCH) --show-bin-path)/liantu" Data/huludao-2023 \
	  $(SCRATCH)/server

try-exports: setup-tests ## Read every exchange format with the readers of others
	$(SCRATCH)/browser/bin/python Tests/Exchange/Readers/read_exports.py \
	  "$$($(SWIFT) build --scratch-path $(SCRATCH) --show-bin-path)/liantu" $(SCRATCH)/exports \
	  Tests/Exchange/Readers/Hostile Data/huludao-2023

BUILT = $$($(SWIFT) build --scratch-path $(SCRATCH) --show-bin-path)
TRY_WRITES = python3 Tests/Command/Loops/try_writes.py "$(BUILT)/liantu" $(SCRATCH)/writes
SEED ?= 15

try-writes: ## Stop programs that write, fill disks, let two write at once: a minute of it
	$(TRY_WRITES) --rounds 40 --seconds 45 --seed $(SEED)

loops: strict ## The same in 300 rounds; SEED chooses others
	$(TRY_WRITES) --rounds 300 --seed $(SEED)

# Every suite that counts its rounds by one setting; a usual run of the tests is a tenth of this.
FUZZED = $(shell grep -rl 'Fuzzing\.' Tests --include='*Tests.swift' | xargs -n1 basename -s .swift | paste -sd'|' -)
# How long libFuzzer looks at each reader.
SECONDS_EACH ?= 60

fuzz: strict ## Fuzz every reader ten times as long as the tests do, then with libFuzzer where there is one
	LIANTU_FUZZ=10 $(SWIFT) test --scratch-path $(SCRATCH) --skip-build $(STRICT) --filter '$(FUZZED)'
	@$(MAKE) --no-print-directory fuzz-readers

# Counters for libFuzzer are asked for by name: SwiftPM's --sanitize=fuzzer only links its main.
FUZZING := $(SWIFT) build --package-path Tests/Fuzzing --scratch-path $(SCRATCH)/fuzzing \
  --sanitize=address --sanitize=fuzzer \
  -Xswiftc -sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table
LIBFUZZER = $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/clang/*/lib/*/libclang_rt.fuzzer*)

fuzz-readers:
ifeq ($(LIBFUZZER),)
	@echo "This toolchain has no libFuzzer: the tests above are all that is run."
else
	@$(FUZZING) > $(SCRATCH)/fuzzing.log 2>&1 \
	  || { grep -v 'Cannot export local symbol' $(SCRATCH)/fuzzing.log; exit 1; }
	python3 Tests/Fuzzing/fuzz_readers.py "$(BUILT)/liantu" \
	  "$$($(FUZZING) --show-bin-path)/LiantuFuzz" $(DATASET) $(SCRATCH)/fuzzed $(SECONDS_EACH)
endif

BENCHMARK := $(SWIFT) build --package-path Tests/Benchmarks --scratch-path $(SCRATCH)/benchmarks \
  -c release
PEERS := igraph==1.0.0 networkit==11.3 networkx==3.6.1 rustworkx==0.18.1 scipy==1.17.1

# Python and its packages stay in the scratch folder, as do the graphs and the answers.
$(SCRATCH)/peers/ready: Makefile
	@mkdir -p $(SCRATCH) && python3 -m venv $(SCRATCH)/peers
	$(SCRATCH)/peers/bin/python -m pip install --quiet $(PEERS)
	@touch $@

$(SCRATCH)/limit: Tests/Benchmarks/Kernel/limit.cpp $(wildcard Tests/Benchmarks/Kernel/limit/*.hpp)
	@mkdir -p $(SCRATCH)
	c++ -O3 -march=native -std=c++17 -o $@ $<

# A quarter of an hour, most of it the peers'; 12 GB of memory.
bench: setup $(SCRATCH)/peers/ready $(SCRATCH)/limit ## Measure drawing, reading and the kernel beside their peers, into Tests/Benchmarks/RESULTS.md
	$(BENCHMARK)
	mkdir -p $(SCRATCH)/graphs
	programs="$$($(BENCHMARK) --show-bin-path)" && \
	{ "$$programs/DrawingBenchmark" $(CURDIR) && echo && "$$programs/LoadBenchmark" S M L && echo && \
	  $(SCRATCH)/peers/bin/python Tests/Benchmarks/Kernel/bench.py "$$programs/KernelBenchmark" \
	    $(SCRATCH)/limit $(SCRATCH)/graphs; } > $(SCRATCH)/benchmark.md
	mv $(SCRATCH)/benchmark.md Tests/Benchmarks/RESULTS.md
	@cat Tests/Benchmarks/RESULTS.md
	@$(MAKE) --no-print-directory bench-serve

bench-serve: build ## Measure the server under load by wrk, into Tests/Benchmarks/SERVING.md
	@command -v wrk >/dev/null || { echo "Install wrk first: apt-get install wrk"; exit 1; }
	python3 Tests/Benchmarks/Serve/load.py $(LIANTU) $(DATASET) > $(SCRATCH)/serving.md
	mv $(SCRATCH)/serving.md Tests/Benchmarks/SERVING.md
	@cat Tests/Benchmarks/SERVING.md

MATCHERS := pyahocorasick==2.3.1 rank-bm25==0.2.2

$(SCRATCH)/matchers/ready: Makefile
	@mkdir -p $(SCRATCH) && python3 -m venv $(SCRATCH)/matchers
	$(SCRATCH)/matchers/bin/python -m pip install --quiet $(MATCHERS)
	@touch $@

# Ends with 1 beyond 5 s or 300 MB for 100,000 firms.
bench-attach: build $(SCRATCH)/matchers/ready ## Measure attach --stream beside pyahocorasick and BM25 in Python
	$(SCRATCH)/matchers/bin/python Tests/Benchmarks/Attach/bench_attach.py $(LIANTU) \
	  --scratch $(SCRATCH)/attach

# The rival of the loop, in a folder of its own: the peers of graphs take minutes to install.
$(SCRATCH)/frames/ready: Makefile
	@mkdir -p $(SCRATCH) && python3 -m venv $(SCRATCH)/frames
	$(SCRATCH)/frames/bin/python -m pip install --quiet pandas==3.1.1
	@touch $@

LOOP_BENCHMARK = $(SCRATCH)/frames/bin/python Tests/Benchmarks/Loop/bench_loop.py $(LIANTU) \
  --scratch $(SCRATCH)/loop

# Ends with 1 where the answers differ; no time decides.
bench-loop: build $(SCRATCH)/frames/ready ## Measure status of 60,000 and 600,000 lines beside pandas
	$(LOOP_BENCHMARK)
	@echo
	$(LOOP_BENCHMARK) --reports 10

# From the modules that the strict build left: nothing is compiled again.
docs: strict ## Build the documentation of every target, a warning being an error, to $(SCRATCH)/docs
	SWIFT="$(SWIFT)" python3 Tests/Documentation/build_docs.py \
	  "$$($(SWIFT) build --scratch-path $(SCRATCH) --show-bin-path)" $(SCRATCH)/docs

# The manual page is the program's own help: it cannot differ from it, and it keeps the Chinese names.
manual: build ## Write the manual page to $(SCRATCH)/manual
	@mkdir -p $(SCRATCH)/manual
	@{ \
	  printf '.TH LIANTU 1 "" "liantu %s" "Liantu"\n' "$$($(LIANTU) --version)"; \
	  printf '.SH NAME\nliantu \\- the industrial chain and who answers for it\n'; \
	  printf '.SH SYNOPSIS\n.B liantu\n.I subcommand\n'; \
	  page() { LC_ALL=en_US.UTF-8 $(LIANTU) help $$1 | sed -e 's/\\/\\e/g' -e "s/^\([.']\)/\\\\\&\1/" \
	    | { printf '.SH "%s"\n.nf\n' "$$2"; cat; printf '.fi\n'; }; \
	    LC_ALL=C $(LIANTU) help $$1 | sed -n '/SUBCOMMANDS:/,$$s/^  \([a-z][a-z]*\) .*/\1/p' \
	    | while read -r command; do page "$$1 $$command" "liantu$$1 $$command"; done; }; \
	  page "" DESCRIPTION; \
	} > $(SCRATCH)/manual/liantu.1

install: build manual ## Install binary, completions and manual page under PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(LIANTU) $(DESTDIR)$(PREFIX)/bin/liantu
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	$(LIANTU) --generate-completion-script bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/liantu
	install -d $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	$(LIANTU) --generate-completion-script zsh \
	  > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_liantu
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(LIANTU) --generate-completion-script fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/liantu.fish
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 $(SCRATCH)/manual/*.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -d $(DESTDIR)$(PREFIX)/share/liantu/chains/tables
	install -m 644 Data/chains/*.yaml Data/chains/README.md $(DESTDIR)$(PREFIX)/share/liantu/chains/
	install -m 644 Data/chains/tables/* $(DESTDIR)$(PREFIX)/share/liantu/chains/tables/

uninstall: ## Remove what install put in place
	rm -f $(DESTDIR)$(PREFIX)/bin/liantu \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/liantu \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_liantu \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/liantu.fish \
	  $(DESTDIR)$(PREFIX)/share/man/man1/liantu*.1
	rm -rf $(DESTDIR)$(PREFIX)/share/liantu/chains

clean: ## Remove what was built
	rm -rf $(SCRATCH)
