namespace Dashboard.Application.Sync.Checks;

public enum IndexCheckKind
{
    /// <summary>By itself, slowly, again and again: what neither search nor webhooks tell is found.</summary>
    Sweep = 0,

    /// <summary>At once, because a person asked.</summary>
    Asked = 1,
}
