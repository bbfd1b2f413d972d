# Two commands on a fresh machine with Swift and apt:
#   make demo   installs what is missing, builds, and scans Samples/
#   make test   installs what tests need, and runs everything
# Both say what they install and may be run again.

LIBRARIES = pkg-config liblua5.4-dev libmd4c-dev libpcre2-dev libmd-dev libsqlite3-dev
SWIFT_FLAGS = --explicit-target-dependency-import-check error
OBSTAT = .build/release/obstat

.PHONY: demo test build libraries clean

demo: build
	-@$(OBSTAT) scan Samples
	@$(OBSTAT) scan Samples --format html --output .build/samples.html --exit-zero 2>/dev/null; \
	  test -s .build/samples.html && echo "The same as a page to read and print: .build/samples.html"

build: libraries
	swift build -c release $(SWIFT_FLAGS) --product obstat

test: libraries
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build

libraries:
	@.ci/install $(LIBRARIES)

clean:
	rm -rf .build
