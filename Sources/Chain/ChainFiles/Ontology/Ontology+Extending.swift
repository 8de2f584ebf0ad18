public import ChainModel
public import Diagnostics

extension Ontology {
  /// The vocabulary with what the text of an `ontology.yaml`, known as `path`, adds to it; and the
  /// text's faults, which leave out what they concern.
  public func extended(
    by text: [UInt8],
    path: String
  ) -> (ontology: Ontology, faults: [Diagnostic]) {
    let (read, faults) = OntologyReader.read(text, path: path, extending: self)
    return (read, faults)
  }
}
