---Remains of editing that a reviewer should see before print.
---@type Pack
return {
  title         = "Document hygiene",
  owner         = "Editorial",
  jurisdictions = {},
  instruments   = {},
}
