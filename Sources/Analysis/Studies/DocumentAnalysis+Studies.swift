package import ContentModel

extension DocumentAnalysis {
  /// What a stretch of running text tells of a study ("a phase I study of six patients").
  package func study(in span: Span) -> Study { StudyReader(document.utf8, span).study() }
}
