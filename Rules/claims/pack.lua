---Copy against the library of approved claims (`obstat scan --claims FILE`); silent without one.
---@type Pack
return {
  title         = "Approved claims",
  owner         = "Medical-legal review",
  jurisdictions = {},

  instruments = {
    ["uk-abpi-2024/cl-8"] = {
      citation = "ABPI Code of Practice 2024, clause 8",
      says     = "Promotional material must be certified in its final form before it is used.",
      url      = "https://www.pmcpa.org.uk/the-code/",
      checked  = "from professional knowledge",
    },
  },
}
