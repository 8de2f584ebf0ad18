public import ChainModel

extension Ontology {
  /// The vocabulary that every data set starts from.
  public static let builtIn: Ontology = {
    let (ontology, diagnostics) = OntologyReader.read(
      PackageResources.ontology_yaml,
      path: "ontology.yaml"
    )
    precondition(diagnostics.isEmpty, "the built-in ontology has faults: \(diagnostics)")
    return ontology
  }()
}
