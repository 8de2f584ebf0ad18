import Dispatch

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a file is read in parts.
package struct BulkPlan: Sendable {
  /// How many bytes are read at a time.
  var chunkSize = 2 << 20
  /// How many threads read.
  var workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
  /// Told how much of all is read, from 0 to 1, by one thread at a time.
  var progress: (@Sendable (Double) -> Void)?
}

extension BulkPlan {
  /// The chunks of a file from `bodyStart` on, in their order, up to the first that is broken.
  ///
  /// Each thread reads chunks as if no quote were open where they begin, which is so in all files
  /// but those with ends of lines inside of quotes. Then it is seen, chunk by chunk, whether each
  /// begins where the one before ends, and those that do not are read again.
  func chunks<Rows: BulkRows>(
    of file: BulkFile,
    from bodyStart: Int,
    columnCount: Int,
    rows: @escaping @Sendable () -> Rows
  ) -> [BulkChunk<Rows>] {
    let count = max(1, (file.size - bodyStart + chunkSize - 1) / chunkSize)
    let plan = self
    func stretch(_ number: Int) -> Range<Int> {
      let start = bodyStart + number * plan.chunkSize
      return start..<max(start, min(start + plan.chunkSize, file.size))
    }
    var chunks = (0..<count).map { BulkChunk(stretch: stretch($0), rows: rows()) }
    let workers = min(self.workers, count)
    chunks.withUnsafeMutableBufferPointer { chunks in
      // Unsafe: each worker writes the chunks of its own number alone.
      nonisolated(unsafe) let chunks = chunks
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        var reader = BulkChunkReader(
          file: file,
          bodyStart: bodyStart,
          columnCount: columnCount,
          chunkSize: plan.chunkSize
        )
        for number in stride(from: worker, to: count, by: workers) {
          reader.read(&chunks[number], from: nil)
          if worker == 0, count > 8 { plan.progress?(Double(number + 1) / Double(count)) }
        }
      }
    }
    var reader: BulkChunkReader?
    var expected = bodyStart
    for number in chunks.indices {
      let stretch = chunks[number].stretch
      if expected >= stretch.upperBound {
        // A row that began before goes on to behind this stretch.
        chunks[number] = BulkChunk(stretch: stretch, rows: rows())
        chunks[number].end = expected
        continue
      }
      if chunks[number].start != expected {
        chunks[number] = BulkChunk(stretch: stretch, rows: rows())
        var own =
          reader.take()
          ?? BulkChunkReader(
            file: file,
            bodyStart: bodyStart,
            columnCount: columnCount,
            chunkSize: chunkSize
          )
        own.read(&chunks[number], from: expected)
        reader = consume own
      }
      if chunks[number].isBroken { return Array(chunks[...number]) }
      expected = chunks[number].end
    }
    return chunks
  }
}
