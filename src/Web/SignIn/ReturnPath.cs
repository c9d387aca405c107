namespace Dashboard.Web.SignIn;

/// <summary>Where to go after signing in or out: a path of this site and nothing that a browser could read as another one.</summary>
public static class ReturnPath
{
    private const int Longest = 2048;

    /// <summary>The path when it is safe, else <c>/</c>.</summary>
    public static string OrHome(string? path) => IsLocal(path) ? path! : "/";

    public static bool IsLocal(string? path)
    {
        if (path is null || path.Length is 0 or > Longest || path[0] != '/')
        {
            return false;
        }

        // Browsers read "/\" as "//", drop tabs and line ends, and some proxies decode once before they pass a path on.
        for (var text = path; ;)
        {
            if (text.StartsWith("//", StringComparison.Ordinal) || !IsPlain(text))
            {
                return false;
            }

            var decoded = Uri.UnescapeDataString(text);
            if (decoded == text)
            {
                return true;
            }

            text = decoded;
        }
    }

    private static bool IsPlain(string text)
    {
        var path = text.AsSpan();
        var end = path.IndexOfAny('?', '#');
        var beforeQuery = end < 0 ? path : path[..end];
        return !beforeQuery.ContainsAny('\\', '@') && !beforeQuery.Contains("//", StringComparison.Ordinal) && !text.Contains('\\')
            && !text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator);
    }
}
