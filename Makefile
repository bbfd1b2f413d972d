# Two commands on a fresh machine with Swift and apt:
#   make demo   installs what is missing, builds, and scans Samples/
#   make test   installs what tests need, and runs everything
# Both say what they install and may be run again.

LIBRARIES = pkg-config liblua5.4-dev libmd4c-dev libpcre2-dev libmd-dev libsqlite3-dev
SWIFT_FLAGS = --explicit-target-dependency-import-check error
OBSTAT = .build/release/obstat

.PHONY: score demo test build libraries clean fuzz bench-safety bench-quality bench-analysis

demo: build
	@$(OBSTAT) scan Samples --exit-zero
	@$(OBSTAT) scan Samples --format html --output .build/samples.html --exit-zero 2>/dev/null; \
	  test -s .build/samples.html && echo "The same as a page to read and print: .build/samples.html"

build: libraries
	swift build -c release $(SWIFT_FLAGS) --product obstat

test: libraries
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build

# Random input for every part that takes it: make fuzz TARGET=html EXECUTIONS=1000000 SEED=1
TARGET = lua rules text markdown html map analysis findings phrase pattern
EXECUTIONS = 20000
SEED = 1
fuzz: libraries
	swift build -c release $(SWIFT_FLAGS) --product obstat-fuzz
	@for target in $(TARGET); do .build/release/obstat-fuzz $$target $(EXECUTIONS) $(SEED) || exit 1; done

# What limits, budgets and the own pattern matcher cost, beside the Lua library as it ships.
bench-safety: libraries
	swift build -c release $(SWIFT_FLAGS) --product safety-benchmark
	@.build/release/safety-benchmark

# Precision and recall on the labelled cases.
score: build
	@for half in tuning test; do echo "== $$half"; python3 Benchmarks/quality/score.py $(OBSTAT) $$half; done

# Precision and recall of each component, beside pySBD and negspaCy where PyPI can be reached.
PEERS = .build/peers
bench-quality: libraries
	@.ci/install python3-venv
	swift build -c release $(SWIFT_FLAGS) --product component-benchmark
	@test -x $(PEERS)/bin/python || python3 -m venv $(PEERS)
	@$(PEERS)/bin/python -c "import pysbd, negspacy.negation" 2>/dev/null || $(PEERS)/bin/pip install --quiet pysbd negspacy
	@for half in tuning test; do \
	  $(PEERS)/bin/python Benchmarks/quality/components.py .build/release/component-benchmark Rules/_lexicons $$half --peers || exit 1; done

# A whole analysis of 10 KB to 10 MB: time must grow as the document does.
bench-analysis: libraries
	swift build -c release $(SWIFT_FLAGS) --product component-benchmark
	@.build/release/component-benchmark Rules/_lexicons speed < Samples/clinic-page.txt

libraries:
	@.ci/install $(LIBRARIES)

clean:
	rm -rf .build
