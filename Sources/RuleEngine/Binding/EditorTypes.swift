import Analysis

/// The types of the Lua API for editors (LuaLS `---@meta`), generated from the bindings.
package enum EditorTypes {
  package static var text: String {
    var text = """
      ---@meta
      -- Generated from the bindings by `obstat rules meta`; do not edit.

      ---What to look for: a phrase, a pattern, a lexicon, or a list of them.
      ---In a phrase, case, white space, the kind of hyphen and of apostrophe do not matter;
      ---`*` ends a word openly (guarantee*) or stands for any one word, `~` after a word
      ---matches its inflections (cure~: cures, cured, curing), {a|b} are alternatives.
      ---@alias triggers string|pattern|lexicon|(string|pattern|lexicon)[]


      """
    text += alias("assertion_kind", Assertion.Kind.allCases.map(\.rawValue))
    text += alias("assertion_strength", Assertion.Strength.allCases.map(\.rawValue))
    text += alias("study_endpoint", ["safety", "efficacy"])
    text += alias("quantity_kind", ["outcome", "sample-size", "dose", "duration", "price", "date", "identifier", "count", "ordinal", "measure", "age"])
    text += alias("quantity_form", ["percent", "ratio", "fraction", "multiple", "plain"])
    text += alias("citation_kind", ["author-year", "author", "journal-year", "numeric", "superscript", "footnote", "link", "identifier", "source-line"])
    text += alias("block_kind", ["title", "heading", "paragraph", "list", "item", "table", "row", "cell", "caption", "quotation", "footnote", "image-text", "reference-list", "reference-entry", "metadata", "code"])
    text += alias("sector", Sector.allCases.map(\.rawValue))
    text += alias("severity", ["error", "warning", "note"])
    text += alias("context", ContextFlag.allCases.map(\.rawValue))
    text += alias("node_kind", NodeKind.allCases.map(\.rawValue))
    text += """
      ---@class report_options
      ---@field message? string Instead of the rule's; {text} stands for the words.
      ---@field help? string Instead of the rule's.
      ---@field severity? "error"|"warning"|"note" Instead of the rule's, for a market or an audience.
      ---@field see? any A related object, or a list of them, shown beside the finding.
      ---@field see_note? string What the related place is.
      ---@field at? any The object whose words the finding stands on.
      ---@field fix? string|string[] Words to put in their place, the best first; "" takes them out.
      ---@field safe? boolean Whether the first of these is right in any text, so that `obstat fix` makes it.

      ---@class title_comparison
      ---@field kind "same"|"subtitle-dropped"|"conclusion-dropped"|"altered"|"different"
      ---@field missing string[] Stretches of the true title that the quoted one lacks.
      ---@field added string[] Stretches that the quoted title has and the true one lacks.
      ---@field title string The true title.

      ---@class record_difference
      ---@field field string What differs: title, first author, year, journal, PMID, …
      ---@field given string What the entry says.
      ---@field recorded string What the record says.

      ---@class Rule
      ---@field id string pack/thing-flagged, as the folder and the file are named.
      ---@field category string What reports group by.
      ---@field title string A few words for lists.
      ---@field severity severity|table<string, severity> By market: { default = "warning", US = "error" }.
      ---@field scope? "span"|"document" A document rule makes one finding a document.
      ---@field basis? string|string[] Keys of the pack's instruments.
      ---@field message string {text} stands for the words found.
      ---@field help? string The next step for the author.
      ---@field rationale? string Why the rule exists.
      ---@field find? triggers Words to look for.
      ---@field on? node_kind Things to visit.
      ---@field skip? context[] Contexts in which a hit is left alone.
      ---@field check? fun(node: any)
      ---@field examples { flagged: any[], clean: any[] } ⟦…⟧ marks the exact words.
      ---@field folds_into? string|string[] Categories whose findings on the same words explain this rule's.
      ---@field formerly? string|string[] Ids under which the rule was known.

      ---@class Pack
      ---@field title string
      ---@field owner? string
      ---@field jurisdictions string[] Markets in which its instruments hold.
      ---@field languages? string[] Languages of copy that its rules understand; en if absent.
      ---@field instruments table<string, { citation: string, says: string, url?: string, checked?: string }>

      ---A regular expression in the PCRE2 dialect, caseless unless it says (?-i), never across a block.
      ---@param expression string
      ---@return pattern
      function pattern(expression) end

      ---A word list: lexicons/<name>.txt of the rule's own pack, or "pack/name" of another.
      ---@param name string
      ---@return lexicon
      function lexicon(name) end

      ---Prints its arguments with the rule's line under `obstat try`, `rules test` and `repl`, and nowhere else.
      ---@param ... any
      function trace(...) end


      """
    for type in ObjectModel.shared.types { text += type.editorText + "\n" }
    return text
  }

  private static func alias(_ name: String, _ values: [String]) -> String {
    "---@alias \(name) \(values.map { "\"\($0)\"" }.joined(separator: "|"))\n\n"
  }
}

extension ObjectModel.ObjectType {
  fileprivate var editorText: String {
    var text = "---\(summary)\n---@class \(name.name)\n"
    for field in fields { text += "---@field \(field.name) \(field.type) \(field.summary)\n" }
    text += "local \(name.name) = {}\n"
    for method in methods {
      text += "\n---\(method.summary)\n"
      for parameter in method.parameters {
        let isOptional = parameter.type.hasSuffix("?")
        text += "---@param \(parameter.name)\(isOptional ? "?" : "") \(isOptional ? String(parameter.type.dropLast()) : parameter.type)\n"
      }
      if let returns = method.returns { text += "---@return \(returns)\n" }
      text += "function \(name.name):\(method.name)(\(method.parameters.map(\.name).joined(separator: ", "))) end\n"
    }
    return text
  }
}
