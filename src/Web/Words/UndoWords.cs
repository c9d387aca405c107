namespace Dashboard.Web.Words;

/// <summary>What became of taking many changes back.</summary>
internal static class UndoWords
{
    /// <summary>"18 of 20 undone · 2 were changed since".</summary>
    public static string Of(int undone, int left) => left == 0
        ? $"{undone} of {undone} undone"
        : $"{undone} of {undone + left} undone · {left} {(left == 1 ? "was" : "were")} changed since";
}
