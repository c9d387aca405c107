namespace Dashboard.Web.Ui;

/// <summary>What a search field found.</summary>
/// <param name="Trouble">Why there may be more.</param>
/// <param name="IsComplete">Nothing more will come.</param>
public sealed record ComboFinds(IReadOnlyList<ComboOption> Options, string? Trouble = null, bool IsComplete = true);
