namespace Dashboard.Application.Kernel;

/// <summary>
/// The storage refused to save although the rows were right: busy for too long, disk full, read-only. Nothing was stored; reading may still
/// work, and saving resumes when the cause is gone. Not a failure value, because any save may meet it: whoever shows errors shows the sentence.
/// </summary>
public sealed class NotSavedException : Exception
{
    public NotSavedException(string sentence, Exception cause)
        : base(sentence, cause)
    {
    }

    public NotSavedException()
    {
    }

    public NotSavedException(string sentence)
        : base(sentence)
    {
    }
}
