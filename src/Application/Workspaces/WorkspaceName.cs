using Dashboard.Application.Kernel;

namespace Dashboard.Application.Workspaces;

/// <summary>What a workspace may be called.</summary>
public static class WorkspaceName
{
    public const int Longest = 100;

    public static Result<string> Parse(string? typed)
    {
        var name = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 or > Longest)
        {
            return new Failure.Invalid("name", $"Give the workspace a name of 1 to {Longest} characters.");
        }

        return name.Any(char.IsControl) || !IsWhole(name)
            ? new Failure.Invalid("name", "The name contains characters that cannot be shown.")
            : name;
    }

    /// <summary>Half a surrogate pair cannot be stored or shown.</summary>
    private static bool IsWhole(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsSurrogate(name[i]) && !(char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
