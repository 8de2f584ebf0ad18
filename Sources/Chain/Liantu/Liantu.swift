// One import for users of the library: it hands on what the targets below it offer, and of the
// kernel what their answers are made of; whoever wants its algorithms imports GraphKernel beside it.
@_exported import Bilingual
@_exported import ChainDrawing
@_exported import ChainFiles
@_exported import ChainModel
@_exported import ChainQueries
@_exported import ChainViews
@_exported import ChainWorkbooks
@_exported import Diagnostics
@_exported import enum GraphKernel.Direction
@_exported import struct GraphKernel.NodeIndex
@_exported import struct GraphKernel.NodeSet

/// The version of the library and of the command.
public let liantuVersion = "0.1.0"
