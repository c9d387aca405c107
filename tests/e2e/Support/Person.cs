namespace Dashboard.EndToEndTests.Support;

/// <summary>The sandbox's demo people.</summary>
internal sealed record Person(string Subject, string Name)
{
    public static readonly Person Maya = new("maya-okafor", "Maya Okafor");
    public static readonly Person Daniel = new("daniel-reyes", "Daniel Reyes");
    public static readonly Person Aiko = new("aiko-tanaka", "Aiko Tanaka");
    public static readonly Person Ben = new("ben-fischer", "Ben Fischer");
}
