# include obstat.mk, then: make check-content
OBSTAT ?= obstat
CONTENT ?= content
OBSTAT_FLAGS ?= --fail-on blocked
# A name that begins with a dot: reports are no documents to check.
OBSTAT_REPORTS ?= .obstat

.PHONY: check-content
check-content:
	@mkdir -p $(OBSTAT_REPORTS)
	$(OBSTAT) gate $(CONTENT) $(OBSTAT_FLAGS) \
	  --report sarif=$(OBSTAT_REPORTS)/obstat.sarif --report index=$(OBSTAT_REPORTS)/index.html

# A document is published by a copy that exists only when the gate let it pass:
#   make $(patsubst drafts/%,published/%,$(wildcard drafts/*.md))
published/%: drafts/%
	$(OBSTAT) gate $< $(OBSTAT_FLAGS)
	@mkdir -p $(@D)
	cp $< $@
