# Two commands on a fresh machine with Swift and apt:
#   make demo   installs what is missing, builds, and scans Samples/
#   make test   installs what tests need, and runs everything
# Both say what they install and may be run again.

LIBRARIES = pkg-config liblua5.4-dev libmd4c-dev libmd4c-html0-dev libpcre2-dev libmd-dev libsqlite3-dev
SWIFT_FLAGS = --explicit-target-dependency-import-check error
OBSTAT = .build/release/obstat

.PHONY: catalogue site score demo test peers build libraries clean fuzz fuzz-guided sanitize bench-safety bench-quality

demo: build
	@$(OBSTAT) scan Samples --exit-zero
	@$(OBSTAT) scan Samples --format html --output .build/samples.html --exit-zero 2>/dev/null; \
	  test -s .build/samples.html && echo "The same as a page to read and print: .build/samples.html"

build: libraries
	swift build -c release $(SWIFT_FLAGS) --product obstat

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
	swift build -c release $(SWIFT_FLAGS) --product obstat-fuzz
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
	@TSAN_OPTIONS=halt_on_error=1 .build/thread/debug/obstat scan Samples --jobs 4 --exit-zero >/dev/null && echo "no data race"

# What limits, budgets and the own pattern matcher cost, beside the Lua library as it ships.
bench-safety: libraries
	swift build -c release $(SWIFT_FLAGS) --product safety-benchmark
	@.build/release/safety-benchmark

# Precision and recall on the labelled cases.
score: build
	@for half in tuning test; do echo "== $$half"; python3 Benchmarks/quality/score.py $(OBSTAT) $$half; done

# Stores the scores, and writes the rule catalogue with them.
catalogue: build
	@{ printf 'category\thalf\tcases\tmarks\tright\tfalse\n'; \
	  for half in tuning test; do python3 Benchmarks/quality/score.py $(OBSTAT) $$half --tsv; done; } > Benchmarks/quality/scores.tsv
	$(OBSTAT) rules catalogue --output Rules/README.md
	$(OBSTAT) rules catalogue --format html --output .build/rules.html
# Precision and recall of each component, beside pySBD and negspaCy where PyPI can be reached.
PEERS = .build/peers
bench-quality: libraries
	@.ci/install python3-venv
	swift build -c release $(SWIFT_FLAGS) --product component-benchmark
	@test -x $(PEERS)/bin/python || python3 -m venv $(PEERS)
	@$(PEERS)/bin/python -c "import pysbd, negspacy.negation" 2>/dev/null || $(PEERS)/bin/pip install --quiet pysbd negspacy
	@for half in tuning test; do \
	  $(PEERS)/bin/python Benchmarks/quality/components.py .build/release/component-benchmark Rules/_lexicons $$half --peers || exit 1; done

libraries:
	@.ci/install $(LIBRARIES)

clean:
	rm -rf .build
