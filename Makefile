# Two commands on a fresh machine with Swift and apt:
#   make demo   installs what is missing, builds, and scans Samples/
#   make test   installs what tests need, and runs everything
# Both say what they install and may be run again.

LIBRARIES = pkg-config liblua5.4-dev libmd4c-dev libpcre2-dev libmd-dev libsqlite3-dev
SWIFT_FLAGS = --explicit-target-dependency-import-check error
# Swift's own libraries go into the program where the toolchain has them to put in: it starts sooner and runs without Swift.
STATIC = $(shell test -d "$$(dirname "$$(readlink -f "$$(command -v swift)")")/../lib/swift_static" && echo --static-swift-stdlib)
RELEASE_FLAGS = -c release $(STATIC) $(SWIFT_FLAGS)
OBSTAT = .build/release/obstat

.PHONY: score demo test build libraries clean fuzz bench-safety bench bench-count

demo: build
	@$(OBSTAT) scan Samples --exit-zero
	@$(OBSTAT) scan Samples --format html --output .build/samples.html --exit-zero 2>/dev/null; \
	  test -s .build/samples.html && echo "The same as a page to read and print: .build/samples.html"

build: libraries
	swift build $(RELEASE_FLAGS) --product obstat

test: libraries
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build

# Random input for every part that takes it: make fuzz TARGET=html EXECUTIONS=1000000 SEED=1
TARGET = lua rules text markdown html map analysis findings phrase pattern
EXECUTIONS = 20000
SEED = 1
fuzz: libraries
	swift build $(RELEASE_FLAGS) --product obstat-fuzz
	@for target in $(TARGET); do .build/release/obstat-fuzz $$target $(EXECUTIONS) $(SEED) || exit 1; done

# What limits, budgets and the own pattern matcher cost, beside the Lua library as it ships.
bench-safety: libraries
	swift build $(RELEASE_FLAGS) --product safety-benchmark
	@.build/release/safety-benchmark

# Speed beside what it could be at best (reading, a bare scan, a bare parse) and beside other checkers; writes a table and a plot.
HYPERSCAN = $(shell test "$$(uname -m)" = x86_64 && echo libhyperscan-dev || echo libvectorscan-dev)
bench: build
	@.ci/install $(HYPERSCAN) gcc python3-venv ripgrep
	@test -x .build/peers/bin/proselint || (python3 -m venv .build/peers && .build/peers/bin/pip install -q proselint codespell)
	@PATH="$$PWD/.build/peers/bin:$$PATH" python3 Benchmarks/speed/bench.py $(OBSTAT) .build/speed

# Instructions of fixed cases, compared with the stored counts; make bench-count RECORD=--record stores new ones.
bench-count: build
	@.ci/install valgrind
	@python3 Benchmarks/speed/count.py $(OBSTAT) $(RECORD)

# Precision and recall on the labelled cases.
score: build
	@for half in tuning test; do echo "== $$half"; python3 Benchmarks/quality/score.py $(OBSTAT) $$half; done

libraries:
	@.ci/install $(LIBRARIES)

clean:
	rm -rf .build
