namespace Dashboard.Sandbox.World.Schema;

/// <summary>A stage; the metadata values are strings on the wire, <c>"true"</c> included.</summary>
public sealed record PipelineStage(string Id, string Label, IReadOnlyDictionary<string, string> Metadata);

public sealed record Pipeline(string Id, string Label, IReadOnlyList<PipelineStage> Stages);
