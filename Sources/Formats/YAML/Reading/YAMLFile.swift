package import Diagnostics

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// YAML files, read whole.
package enum YAMLFile {
  /// What came of reading one file: its root, when it could be read, and its text for carets.
  package struct Reading {
    /// The root node; `nil` when the file has faults.
    package let root: EntryNode?
    /// The text; `nil` when the file could not be had.
    package let source: SourceText?
    /// The faults.
    package let diagnostics: [Diagnostic]
  }

  /// The root of the file at `path`; a file that holds nothing has an empty mapping.
  package static func read(_ path: String, limits: YAMLLimits = YAMLLimits()) -> Reading {
    var diagnostics: [Diagnostic] = []
    guard let bytes = bytes(of: path, limits: limits, diagnostics: &diagnostics) else {
      return Reading(root: nil, source: nil, diagnostics: diagnostics)
    }
    return read(bytes, path: path, limits: limits)
  }

  /// The root of a text that is known as `path`; a text that holds nothing has an empty mapping.
  package static func read(
    _ bytes: [UInt8],
    path: String,
    limits: YAMLLimits = YAMLLimits()
  ) -> Reading {
    let source = SourceText(path: path, bytes: bytes)
    do {
      let root = try YAMLReader.read(bytes, path: path, limits: limits)
      return Reading(root: root ?? .emptyMapping, source: source, diagnostics: [])
    } catch {
      return Reading(root: nil, source: source, diagnostics: [error.diagnostic])
    }
  }

  /// The bytes of the regular file at `path`; `nil` and a report when it cannot be had.
  package static func bytes(
    of path: String,
    limits: YAMLLimits,
    diagnostics: inout [Diagnostic]
  ) -> [UInt8]? {
    // Asking for the type first keeps a pipe or a device from being read for ever.
    guard type(of: path) == .typeRegular,
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    else {
      diagnostics.append(.unreadable(path))
      return nil
    }
    // The size of a link is its own, so the bytes are counted once more below.
    if let size = attributes[.size] as? UInt64, size > UInt64(limits.bytes) {
      diagnostics.append(.tooLarge(path, limit: limits.bytes))
      return nil
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      diagnostics.append(.unreadable(path))
      return nil
    }
    guard data.count <= limits.bytes else {
      diagnostics.append(.tooLarge(path, limit: limits.bytes))
      return nil
    }
    return [UInt8](data)
  }

  /// What stands at `path`. A link to a file is that file; any other link is nothing.
  package static func type(of path: String) -> FileAttributeType? {
    var path = path
    // As many links as systems follow from one to the next.
    for hop in 0..<40 {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let type = attributes?[.type] as? FileAttributeType
      if type != .typeSymbolicLink { return hop == 0 || type == .typeRegular ? type : nil }
      // `attributesOfItem` speaks of the link itself.
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        return nil
      }
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      path = target.hasPrefix("/") ? target : (folder + [target[...]]).joined(separator: "/")
    }
    return nil
  }
}
