import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

extension DatasetFolder {
  func load() -> Loaded { Dataset.load(folder: path) }
}

/// Expects the data set of `files` to have exactly the faults that its marks stand around, in the
/// order of the files' names and of the marks, each told in both languages.
func expectFaults(
  _ faults: [ExpectedFault],
  in files: [String: String],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let marked = files.mapValues { MarkedText($0) }
  let folder = try DatasetFolder.dataset(marked.mapValues(\.text))
  let loaded = folder.load()
  #expect(loaded.dataset == nil, sourceLocation: sourceLocation)
  let places = marked.sorted { $0.key < $1.key }.flatMap { name, text in
    text.ranges.map { (path: folder.path + "/" + name, range: $0) }
  }
  expectFaults(
    faults,
    at: places.map { Diagnostic.Location(path: $0.path, range: $0.range) },
    among: loaded.diagnostics,
    sourceLocation: sourceLocation
  )
}

/// Expects the data set with one further file to have exactly the faults that are marked in it.
func expectFaults(
  _ faults: ExpectedFault...,
  in text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectFaults(faults, in: ["x.yaml": text + "\n"], sourceLocation: sourceLocation)
}
