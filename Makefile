# Two commands on a fresh machine with Swift and apt:
#   make demo   installs what is missing, builds, and scans Samples/
#   make test   installs what tests need, and runs everything
# Both say what they install and may be run again.

LIBRARIES = pkg-config liblua5.4-dev libmd4c-dev libmd4c-html0-dev libpcre2-dev libmd-dev libsqlite3-dev
SWIFT_FLAGS = --explicit-target-dependency-import-check error
# Swift's own libraries go into the program where the toolchain has them to put in: it starts sooner and runs without Swift.
STATIC = $(shell test -d "$$(dirname "$$(readlink -f "$$(command -v swift)")")/../lib/swift_static" && echo --static-swift-stdlib)
RELEASE_FLAGS = -c release $(STATIC) $(SWIFT_FLAGS)
OBSTAT = .build/release/obstat

.PHONY: catalogue site score demo test peers build libraries clean fuzz fuzz-guided sanitize bench-safety bench-quality bench bench-count bench-analysis

demo: build
	@$(OBSTAT) scan Samples --exit-zero
	@$(OBSTAT) scan Samples --format html --output .build/samples.html --exit-zero 2>/dev/null; \
	  test -s .build/samples.html && echo "The same as a page to read and print: .build/samples.html"

build: libraries
	swift build $(RELEASE_FLAGS) --product obstat

test: libraries peers
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build

# Programs that read reports and run hooks, for tests only. Without a network those tests are skipped, and say so.
peers:
	@.ci/install git python3-venv
	@.ci/python-environment .build/peers Tests/Peers/requirements.txt
# The documentation as HTML pages in .build/site, with the reference written anew from the bindings.
site: libraries
	swift build $(SWIFT_FLAGS) --product obstat-docs
	@.build/debug/obstat-docs reference
	@.build/debug/obstat-docs site .build/site

# Random input for every part that takes it: make fuzz TARGET=html EXECUTIONS=1000000 SEED=1
TARGET = lua rules text markdown html map analysis findings phrase pattern
EXECUTIONS = 20000
SEED = 1
fuzz: libraries
	swift build $(RELEASE_FLAGS) --product obstat-fuzz
	@for target in $(TARGET); do .build/release/obstat-fuzz $$target $(EXECUTIONS) $(SEED) || exit 1; done

# The same led by coverage, with libFuzzer and the address sanitizer; what it finds worth keeping stays in .build/fuzz/.
fuzz-guided: libraries
	swift build -c release $(SWIFT_FLAGS) --product obstat-fuzz --scratch-path .build/guided --sanitize=address \
	  -Xswiftc -sanitize=fuzzer -Xcc -fsanitize=fuzzer-no-link -Xlinker --undefined=LLVMFuzzerRunDriver \
	  -Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld
	@mkdir -p .build/fuzz
	@for target in $(TARGET); do ASAN_OPTIONS=detect_leaks=0 .build/guided/release/obstat-fuzz $$target guided .build/fuzz/$$target \
	  -runs=$(EXECUTIONS) -seed=$(SEED) -print_final_stats=1 -verbosity=0 || exit 1; done

# Random input under the address sanitizer, and a scan with four workers under the thread sanitizer.
sanitize: libraries
	swift build -c release $(SWIFT_FLAGS) --product obstat-fuzz --scratch-path .build/address --sanitize=address
	@for target in $(TARGET); do ASAN_OPTIONS=detect_leaks=0 .build/address/release/obstat-fuzz $$target $(EXECUTIONS) $(SEED) || exit 1; done
	swift build $(SWIFT_FLAGS) --product obstat --scratch-path .build/thread --sanitize=thread
	@TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Sanitizers/thread.suppressions .build/thread/debug/obstat scan Samples \
	  --jobs 4 --exit-zero --no-cache --rules Rules >/dev/null && echo "no data race"

# What limits, budgets and the own pattern matcher cost, beside the Lua library as it ships.
bench-safety: libraries
	swift build $(RELEASE_FLAGS) --product safety-benchmark
	@.build/release/safety-benchmark

# Speed beside what it could be at best (reading, a bare scan, a bare parse) and beside other checkers; writes a table and a plot.
HYPERSCAN = $(shell test "$$(uname -m)" = x86_64 && echo libhyperscan-dev || echo libvectorscan-dev)
bench: build
	@.ci/install $(HYPERSCAN) gcc python3-venv ripgrep yara
	@.ci/python-environment .build/bench-peers Benchmarks/speed/requirements.txt
	@PATH="$$PWD/.build/bench-peers/bin:$$PATH" python3 Benchmarks/speed/bench.py $(OBSTAT) .build/speed

# Instructions of fixed cases, compared with the stored counts; make bench-count RECORD=--record stores new ones.
bench-count: build
	@.ci/install valgrind
	@python3 Benchmarks/speed/count.py $(OBSTAT) $(RECORD)

# Precision and recall on the labelled cases and documents.
score: build
	@for half in tuning test; do echo "== $$half"; python3 Benchmarks/quality/score.py $(OBSTAT) $$half; done
	@python3 Benchmarks/quality/documents.py $(OBSTAT) Benchmarks/quality/documents/*

# Stores the scores, and writes the rule catalogue with them.
catalogue: build
	@{ printf 'category\thalf\tcases\tmarks\tright\tfalse\n'; \
	  for half in tuning test; do python3 Benchmarks/quality/score.py $(OBSTAT) $$half --tsv; done; } > Benchmarks/quality/scores.tsv
	$(OBSTAT) rules catalogue --output Rules/README.md
	$(OBSTAT) rules catalogue --format html --output .build/rules.html

# Precision and recall of each component, beside pySBD and negspaCy where PyPI can be reached.
ANALYSIS_PEERS = .build/analysis-peers
bench-quality: libraries
	@.ci/install python3-venv
	swift build $(RELEASE_FLAGS) --product component-benchmark
	@.ci/python-environment $(ANALYSIS_PEERS) Benchmarks/quality/requirements.txt
	@python=python3; peers=; test -x $(ANALYSIS_PEERS)/bin/python && python=$(ANALYSIS_PEERS)/bin/python && peers=--peers; \
	for half in tuning test; do \
	  $$python Benchmarks/quality/components.py .build/release/component-benchmark Rules/_lexicons $$half $$peers || exit 1; done

# A whole analysis of 10 KB to 10 MB: time must grow as the document does.
bench-analysis: libraries
	swift build $(RELEASE_FLAGS) --product component-benchmark
	@.build/release/component-benchmark Rules/_lexicons speed < Samples/clinic-page.txt

libraries:
	@.ci/install $(LIBRARIES)

clean:
	rm -rf .build
