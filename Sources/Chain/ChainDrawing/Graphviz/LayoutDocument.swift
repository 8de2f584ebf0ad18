internal import CGraphviz

/// A PDF of many pages, made of graphs that were placed.
struct LayoutDocument: ~Copyable {
  private let handle: OpaquePointer

  init() throws(RenderError) {
    guard let handle = cgv_document_open() else {
      throw .output(format: "pdf", "no document: \(pendingErrors())")
    }
    self.handle = handle
  }

  deinit { cgv_document_close(handle) }

  func add(_ graph: OpaquePointer, size: Extent, in context: OpaquePointer) throws(RenderError) {
    let size = CGVSize(width: size.width, height: size.height)
    guard cgv_document_add(handle, context, graph, size) else {
      throw .output(format: "pdf", pendingErrors())
    }
  }

  /// All pages; none can be added any more.
  consuming func bytes() throws(RenderError) -> [UInt8] {
    var data: UnsafePointer<CChar>?
    var length = 0
    guard cgv_document_finish(handle, &data, &length), let data else {
      throw .output(format: "pdf", pendingErrors())
    }
    return [UInt8](UnsafeRawBufferPointer(start: data, count: length))
  }
}
