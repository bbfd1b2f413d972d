# Two commands on a fresh machine with Swift and apt:
#   make demo   installs what is missing, builds, and scans Samples/
#   make test   installs what tests need, and runs everything
# Both say what they install and may be run again.

LIBRARIES = pkg-config liblua5.4-dev libmd4c-dev libmd4c-html0-dev libpcre2-dev libmd-dev libsqlite3-dev
SWIFT_FLAGS = --explicit-target-dependency-import-check error
OBSTAT = .build/release/obstat

.PHONY: catalogue site score demo test build libraries clean fuzz bench-safety

demo: build
	@$(OBSTAT) scan Samples --exit-zero
	@$(OBSTAT) scan Samples --format html --output .build/samples.html --exit-zero 2>/dev/null; \
	  test -s .build/samples.html && echo "The same as a page to read and print: .build/samples.html"

build: libraries
	swift build -c release $(SWIFT_FLAGS) --product obstat

test: libraries
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build

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

libraries:
	@.ci/install $(LIBRARIES)

clean:
	rm -rf .build
