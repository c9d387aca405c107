using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>Finds or enters the person behind an identity: by issuer and subject, never by e-mail address, which may change hands.</summary>
internal sealed class PersonDirectory(IDashboardDbs dbs, TimeProvider clock)
{
    public async Task<Person> FindOrCreateAsync(Identity identity, CancellationToken ct)
    {
        await using var db = dbs.OpenDirectory();
        if (await FindAsync(db, identity, ct) is { } known)
        {
            return await UpdateAsync(db, known, identity, ct);
        }

        var person = new Person
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Issuer = identity.Issuer,
            Subject = identity.Subject,
            FirstSeenAt = clock.GetUtcNow(),
        };
        db.People.Add(person);
        try
        {
            return await UpdateAsync(db, person, identity, ct);
        }
        catch (DbUpdateException)
        {
            // Two first sign-ins at once: the unique index let one in, and that is the person.
            await using var again = dbs.OpenDirectory();
            return await FindAsync(again, identity, ct) ?? throw new InvalidOperationException("A person could be neither found nor entered.");
        }
    }

    /// <summary>Compared once more here: the default collation of SQL Server takes "Abc" for "abc", the specification does not.</summary>
    private static async Task<Person?> FindAsync(IDirectoryDb db, Identity identity, CancellationToken ct) =>
        (await db.People.Where(p => p.Issuer == identity.Issuer && p.Subject == identity.Subject).ToListAsync(ct))
            .SingleOrDefault(p => p.Issuer == identity.Issuer && p.Subject == identity.Subject);

    private async Task<Person> UpdateAsync(IDirectoryDb db, Person person, Identity identity, CancellationToken ct)
    {
        person.Name = Cut(identity.Name ?? identity.Email ?? "Somebody", 200);
        person.Email = identity.Email is { Length: <= 320 } email ? email : null;
        person.EmailVerified = person.Email is not null && identity.EmailVerified;
        person.LastSeenAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return person;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
