namespace Dashboard.Application.Sync.Hints;

/// <summary>What may have changed: only associations need a look of their own.</summary>
public enum HintKind
{
    Values = 0,

    /// <summary>The whole record: made, brought back, merged, deleted.</summary>
    Record = 1,

    Associations = 2,
}
