namespace Dashboard.UnitTests.Sandbox.Contract;

/// <summary>One call as it went over the wire, with its answer.</summary>
/// <param name="Query">With its question mark, or empty.</param>
/// <param name="Asked">Body of the request, empty without one.</param>
/// <param name="Answered">Body of the answer, empty without one.</param>
internal sealed record Exchange(string Method, string Path, string Query, string Asked, int Status, string Answered)
{
    public override string ToString() => $"{Method} {Path}{Query} → {Status}";
}
